// Made by tools/generate from the catalogue: change that, and run `pnpm fix`.
import type { EventName, EventOf, TraceEvent } from '../trace-event.ts';
import type { MessageKind } from '../message-kind.ts';
import type { Role } from '../role.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { endsLine, originOf } from './end-line.ts';
import { readInteger, readNumber } from './read-number.ts';
import { entriesAt, flagAt, integerAt, kindAt, linksAt, numberAt, rareAt, roleAt, textAt, textsAt } from './read-placed.ts';
import { readHash, readId, readText } from './read-text.ts';
import { isSame, keepSame } from './same-bytes.ts';
import { keepTail, readSameTail, tailOf } from './same-tail.ts';
import { readSameText } from './same-text.ts';
import { readEntries, readFlag, readKind, readLinks, readRole, readTexts } from './read-values.ts';

/** Reads level (any of two digits, or none), time and the key of the event. */
export function readHead(c: ByteCursor, start: number): boolean {
  const v = c.view;
  if (isSame(v, start, c.sameHead)) {
    c.at = start + c.sameHead.length;
    return true;
  }
  c.sameHead.length = 0;
  let p = start;
  if (v.getFloat64(p, true) === 7.27703397622623e-143 && v.getFloat64(p + 1, true) === 1.1626814638885927e-28) {
    if (!isDigit(c.bytes[p + 9], 0x31) || !isDigit(c.bytes[p + 10], 0x30)) return false;
    p += 11;
    if (c.bytes[p] !== 0x2c) return false;
  } else if (c.bytes[p] !== 0x7b) return false;
  p += 1;
  if (!(v.getInt32(p, true) === 1835627554 && v.getInt32(p + 3, true) === 975332717)) return false;
  c.at = p + 7;
  c.time = readNumber(c);
  p = c.at;
  if (!(v.getFloat64(p, true) === 1.0471688089047281e-142 && v.getFloat64(p + 2, true) === 8.371779045759574e-144)) return false;
  c.at = p + 10;
  // The time that was read is that of the head.
  keepSame(v, start, c.failed ? 0 : c.at - start, c.sameHead);
  return true;
}

function isDigit(byte: number | undefined, least: number): boolean {
  return byte !== undefined && byte >= least && byte <= 0x39;
}

/** The slot of each event's number, plus one, by a hash without collisions. */
const eventSlots = new Uint8Array([0, 0, 0, 16, 0, 0, 0, 22, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 21, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18, 48, 0, 29, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 45, 17, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 19, 0, 0, 0, 0, 0, 0, 0, 43, 0, 0, 0, 0, 31, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 35, 0, 0, 11, 0, 0, 0, 0, 0, 0, 0, 33, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 0, 23, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 42, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 41, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 47, 0, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 49, 0, 0, 0, 0, 0, 0, 0, 0, 0, 27, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 13, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 34, 0, 0, 0, 24, 7, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 39, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 36, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 46, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 44, 0, 0, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 37, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0]);

/** Reads the name of an event, its opening quote passed, and gives its number, or −1. */
export function readEventName(c: ByteCursor): number {
  const v = c.view;
  const p = c.at;
  const head = v.getInt32(p, true) ^ Math.imul(v.getInt32(p + 4, true), 31);
  const hash = Math.imul(head ^ Math.imul(v.getInt32(p + 7, true), 17), 2654435783);
  switch ((eventSlots[hash >>> 23] ?? 0) - 1) {
    case 0: if (v.getFloat64(p, true) === 8.789272538195084e+252 && v.getFloat64(p + 6, true) === 5.226893264055278e-143) { c.at = p + 14; return 0; } return -1;
    case 1: if (v.getFloat64(p, true) === 2.875076791184578e+161 && v.getFloat64(p + 5, true) === 5.226893264055278e-143) { c.at = p + 13; return 1; } return -1;
    case 2: if (v.getFloat64(p, true) === 7.751191695429882e+228 && v.getFloat64(p + 5, true) === 5.226877593067068e-143) { c.at = p + 13; return 2; } return -1;
    case 3: if (v.getFloat64(p, true) === 2.585107738020661e+161 && v.getFloat64(p + 5, true) === 5.226846355506936e-143) { c.at = p + 13; return 3; } return -1;
    case 4: if (v.getFloat64(p, true) === 8.789363489054692e+252 && v.getFloat64(p + 6, true) === 5.226893264055278e-143) { c.at = p + 14; return 4; } return -1;
    case 5: if (v.getFloat64(p, true) === 8.952028192487002e+271 && v.getFloat64(p + 6, true) === 5.226885306841972e-143) { c.at = p + 14; return 5; } return -1;
    case 6: if (v.getFloat64(p, true) === 1.7143270709967746e+161 && v.getFloat64(p + 5, true) === 5.226842368812651e-143) { c.at = p + 13; return 6; } return -1;
    case 7: if (v.getFloat64(p, true) === 1.7143270373796918e+161 && v.getFloat64(p + 5, true) === 5.226842368812651e-143) { c.at = p + 13; return 7; } return -1;
    case 8: if (v.getFloat64(p, true) === 1.0151004969380267e+242 && v.getFloat64(p + 8, true) === 6.84977155891922e+180 && v.getFloat64(p + 10, true) === 5.226916589267047e-143) { c.at = p + 18; return 8; } return -1;
    case 9: if (v.getFloat64(p, true) === 9.083672062552858e+223 && v.getFloat64(p + 8, true) === 4.2451533500023774e+175 && v.getFloat64(p + 9, true) === 5.226893264055278e-143) { c.at = p + 17; return 9; } return -1;
    case 10: if (v.getFloat64(p, true) === 2.5873044737956494e+161 && v.getFloat64(p + 5, true) === 5.226893202956074e-143) { c.at = p + 13; return 10; } return -1;
    case 11: if (v.getFloat64(p, true) === 6.185924899875072e+223 && v.getFloat64(p + 4, true) === 5.226850189687428e-143) { c.at = p + 12; return 11; } return -1;
    case 12: if (v.getFloat64(p, true) === 6.474918027665896e+170 && v.getFloat64(p + 6, true) === 5.226900947454924e-143) { c.at = p + 14; return 12; } return -1;
    case 13: if (v.getFloat64(p, true) === 3.443045354318342e-85 && v.getFloat64(p + 5, true) === 1.047168799086719e-142) { c.at = p + 13; return 13; } return -1;
    case 14: if (v.getFloat64(p, true) === 3.443045354318342e-85 && v.getFloat64(p + 8, true) === 4.2466720388710134e+175 && v.getFloat64(p + 9, true) === 5.226900947454924e-143) { c.at = p + 17; return 14; } return -1;
    case 15: if (v.getFloat64(p, true) === 3.443045354318342e-85 && v.getFloat64(p + 8, true) === 5.226877593066588e-143) { c.at = p + 16; return 15; } return -1;
    case 16: if (v.getFloat64(p, true) === 3.443045354318342e-85 && v.getFloat64(p + 8, true) === 3.983861098562337e+252 && v.getFloat64(p + 11, true) === 5.226893004502451e-143) { c.at = p + 19; return 16; } return -1;
    case 17: if (v.getFloat64(p, true) === 1.7263799440615152e+243 && v.getFloat64(p + 7, true) === 5.226889308806522e-143) { c.at = p + 15; return 17; } return -1;
    case 18: if (v.getFloat64(p, true) === 1.3352771534791566e+160 && v.getFloat64(p + 8, true) === 5.226893233740605e-143) { c.at = p + 16; return 18; } return -1;
    case 19: if (v.getFloat64(p, true) === 1.0132817924076867e+242 && v.getFloat64(p + 8, true) === 5.226893035171374e-143) { c.at = p + 16; return 19; } return -1;
    case 20: if (v.getFloat64(p, true) === 4.263363459321345e+180 && v.getFloat64(p + 5, true) === 5.226830638097558e-143) { c.at = p + 13; return 20; } return -1;
    case 21: if (v.getFloat64(p, true) === 1.2404094611385084e+224 && v.getFloat64(p + 6, true) === 5.226893004503624e-143) { c.at = p + 14; return 21; } return -1;
    case 22: if (v.getFloat64(p, true) === 4.1965180587637975e+180 && v.getFloat64(p + 8, true) === 5.22689327980706e-143) { c.at = p + 16; return 22; } return -1;
    case 23: if (v.getFloat64(p, true) === 1.3561721460137855e+248 && v.getFloat64(p + 8, true) === 4.245102059310382e+175 && v.getFloat64(p + 9, true) === 5.226893004563757e-143) { c.at = p + 17; return 23; } return -1;
    case 24: if (v.getFloat64(p, true) === 1.3380197415101985e+160 && v.getFloat64(p + 8, true) === 5.226826727541734e-143) { c.at = p + 16; return 24; } return -1;
    case 25: if (v.getFloat64(p, true) === 2.133972215218927e+233 && v.getFloat64(p + 6, true) === 5.226850159797241e-143) { c.at = p + 14; return 25; } return -1;
    case 26: if (v.getFloat64(p, true) === 3.286582669640671e-85 && v.getFloat64(p + 8, true) === 4.2451624304093674e+175 && v.getFloat64(p + 9, true) === 5.2268933099951655e-143) { c.at = p + 17; return 26; } return -1;
    case 27: if (v.getFloat64(p, true) === 7.19592817959107e+252 && v.getFloat64(p + 7, true) === 7.7895241744705025e-143) { c.at = p + 15; return 27; } return -1;
    case 28: if (v.getFloat64(p, true) === 7.19592817959107e+252 && v.getFloat64(p + 6, true) === 1.0471687990874196e-142) { c.at = p + 14; return 28; } return -1;
    case 29: if (v.getFloat64(p, true) === 7.19592817959107e+252 && v.getFloat64(p + 8, true) === 1.9108640044363128e+214 && v.getFloat64(p + 11, true) === 5.226861889858825e-143) { c.at = p + 19; return 29; } return -1;
    case 30: if (v.getFloat64(p, true) === 2.360134280064117e+232 && v.getFloat64(p + 8, true) === 5.226889308806522e-143) { c.at = p + 16; return 30; } return -1;
    case 31: if (v.getFloat64(p, true) === 1.335788663949898e+160 && v.getFloat64(p + 8, true) === 5.226830638097558e-143) { c.at = p + 16; return 31; } return -1;
    case 32: if (v.getFloat64(p, true) === 5.737168626032346e+169 && v.getFloat64(p + 8, true) === 4.2451594823678016e+175 && v.getFloat64(p + 9, true) === 5.226893295080339e-143) { c.at = p + 17; return 32; } return -1;
    case 33: if (v.getFloat64(p, true) === 1.335788663949898e+160 && v.getFloat64(p + 7, true) === 5.226850159797241e-143) { c.at = p + 15; return 33; } return -1;
    case 34: if (v.getFloat64(p, true) === 1.141574677849844e+243 && v.getFloat64(p + 8, true) === 4.2451533500023774e+175 && v.getFloat64(p + 9, true) === 5.226893264055278e-143) { c.at = p + 17; return 34; } return -1;
    case 35: if (v.getFloat64(p, true) === 1.141574677849844e+243 && v.getFloat64(p + 8, true) === 3.170596543733362e+180 && v.getFloat64(p + 10, true) === 5.226846355983343e-143) { c.at = p + 18; return 35; } return -1;
    case 36: if (v.getFloat64(p, true) === 2.8750767827052197e+161 && v.getFloat64(p + 5, true) === 5.226893264055278e-143) { c.at = p + 13; return 36; } return -1;
    case 37: if (v.getFloat64(p, true) === 1.144227363221215e+243 && v.getFloat64(p + 4, true) === 5.22690108493074e-143) { c.at = p + 12; return 37; } return -1;
    case 38: if (v.getFloat64(p, true) === 4.553056580954093e+198 && v.getFloat64(p + 7, true) === 5.226858026615919e-143) { c.at = p + 15; return 38; } return -1;
    case 39: if (v.getFloat64(p, true) === 1.0153655468635025e+242 && v.getFloat64(p + 8, true) === 5.226869803337328e-143) { c.at = p + 16; return 39; } return -1;
    case 40: if (v.getFloat64(p, true) === 4.177817454803175e+199 && v.getFloat64(p + 5, true) === 6.0046595640521875e-143) { c.at = p + 13; return 40; } return -1;
    case 41: if (v.getFloat64(p, true) === 1.577435907682596e+238 && v.getFloat64(p + 6, true) === 5.226885307138672e-143) { c.at = p + 14; return 41; } return -1;
    case 42: if (v.getFloat64(p, true) === 1.4439549949759855e+214 && v.getFloat64(p + 6, true) === 5.226889094303932e-143) { c.at = p + 14; return 42; } return -1;
    case 43: if (v.getFloat64(p, true) === 7.281951313099119e+223 && v.getFloat64(p + 7, true) === 5.2268930351713825e-143) { c.at = p + 15; return 43; } return -1;
    case 44: if (v.getFloat64(p, true) === 1.2914829740460938e+214 && v.getFloat64(p + 6, true) === 5.2268851839853845e-143) { c.at = p + 14; return 44; } return -1;
    case 45: if (v.getFloat64(p, true) === 2.8750769173725103e+161 && v.getFloat64(p + 5, true) === 5.226893264055278e-143) { c.at = p + 13; return 45; } return -1;
    case 46: if (v.getFloat64(p, true) === 6.44455835975329e+247 && v.getFloat64(p + 6, true) === 5.226901084930787e-143) { c.at = p + 14; return 46; } return -1;
    case 47: if (v.getFloat64(p, true) === 6.096327974010573e+247 && v.getFloat64(p + 4, true) === 5.22688936901042e-143) { c.at = p + 12; return 47; } return -1;
    case 48: if (v.getFloat64(p, true) === 4.161932990756437e+199 && v.getFloat64(p + 4, true) === 5.226861844031454e-143) { c.at = p + 12; return 48; } return -1;
    default: return -1;
  }
}

function readWrittenRole(c: ByteCursor): Role | undefined {
  const v = c.view;
  const p = c.at;
  if (v.getFloat64(p, true) === 1.1451137984282484e+243 && v.getFloat64(p + 1, true) === 9.428743354948921e-143) { c.at = p + 9; return 'follower'; }
  if (v.getInt32(p, true) === 1684104556 && v.getInt32(p + 3, true) === 577922404) { c.at = p + 7; return 'leader'; }
  return readRole(c);
}

function readWrittenKind(c: ByteCursor): MessageKind | undefined {
  const v = c.view;
  const p = c.at;
  if (v.getFloat64(p, true) === 1.546551825250458e+223 && v.getFloat64(p + 6, true) === 9.941167231000141e-143) { c.at = p + 14; return 'AppendEntries'; }
  if (v.getFloat64(p, true) === 1.546551825250458e+223 && v.getFloat64(p + 8, true) === 7.454111434752929e+247 && v.getFloat64(p + 14, true) === 5.497150975064435e-143) { c.at = p + 22; return 'AppendEntriesResponse'; }
  return readKind(c);
}

/** Reads what every event has, once its name is known. */
export function readEnvelope(c: ByteCursor): void {
  if (c.placed) {
    const time = numberAt(c, 5);
    c.sameHead.length = 0;
    if (time === undefined) c.failed = true;
    else c.time = time;
    c.node = textAt(c, 6);
    c.seq = integerAt(c, 7);
    c.inc = integerAt(c, 8);
    c.term = integerAt(c, 9);
    c.role = roleAt(c, 10);
    c.group = textAt(c, 11);
    c.run = textAt(c, 12);
    c.caller = textAt(c, 13);
    return;
  }
  const v = c.view;
  let p = c.at;
  if (v.getFloat64(p, true) === 1.160954841490374e-28 && v.getFloat64(p + 1, true) === 8.371705537096754e-144) { c.at = p + 9; c.node = readText(c); p = c.at; } else c.node = undefined;
  const tail = tailOf(c, p);
  if (v.getInt32(p, true) === 1702044204 && v.getInt32(p + 3, true) === 975335781) { c.at = p + 7; c.seq = readInteger(c); p = c.at; } else c.seq = undefined;
  if (tail !== undefined && readSameTail(c, tail)) return;
  const start = p;
  if (v.getInt32(p, true) === 1852383788 && v.getInt32(p + 3, true) === 975332206) { c.at = p + 7; c.inc = readInteger(c); p = c.at; } else c.inc = undefined;
  if (v.getFloat64(p, true) === 1.1629404377353802e-28) { c.at = p + 8; c.term = readInteger(c); p = c.at; } else c.term = undefined;
  if (v.getFloat64(p, true) === 1.1609625452689263e-28 && v.getFloat64(p + 1, true) === 8.371705689844737e-144) { c.at = p + 9; c.role = readWrittenRole(c); p = c.at; } else c.role = undefined;
  if (v.getFloat64(p, true) === 8.435647665658185e-143 && v.getFloat64(p + 2, true) === 8.371759628564984e-144) { c.at = p + 10; c.group = readSameText(c, c.sameGroup); p = c.at; } else c.group = undefined;
  if (v.getFloat64(p, true) === 8.371749852968997e-144) { c.at = p + 8; c.run = readSameText(c, c.sameRun); p = c.at; } else c.run = undefined;
  if (v.getFloat64(p, true) === 1.1428191914764736e+243 && v.getFloat64(p + 3, true) === 8.371769098642206e-144) { c.at = p + 11; c.caller = readText(c); p = c.at; } else c.caller = undefined;
  if (tail !== undefined) keepTail(c, start, tail);
}

function traceStarted(c: ByteCursor, event: 'trace.started'): TraceEvent | undefined {
  let schema: EventOf<'trace.started'>['schema'] | undefined;
  let producer: EventOf<'trace.started'>['producer'] | undefined;
  let nodes: EventOf<'trace.started'>['nodes'] | undefined;
  let config: EventOf<'trace.started'>['config'] | undefined;
  let clock: EventOf<'trace.started'>['clock'] | undefined;
  let seed: EventOf<'trace.started'>['seed'] | undefined;
  let scenario: EventOf<'trace.started'>['scenario'] | undefined;
  if (c.placed) {
    schema = textAt(c, 14);
    producer = textAt(c, 15);
    nodes = textsAt(c, 16);
    config = rareAt(c, 17);
    clock = textAt(c, 18);
    seed = textAt(c, 19);
    scenario = textAt(c, 20);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 2.0664160653497328e+161 && v.getFloat64(p + 3, true) === 8.37168615659669e-144) { c.at = p + 11; schema = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.2917413246801157e+171 && v.getFloat64(p + 5, true) === 8.371769097973581e-144) { c.at = p + 13; producer = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 9.941128035415124e-143 && v.getFloat64(p + 1, true) === 1.1644070295573407e-28) { c.at = p + 9; nodes = readTexts(c); p = c.at; }
    if (v.getFloat64(p, true) === 7.018737991103493e-143 && v.getFloat64(p + 2, true) === 8.371734845391983e-144) { c.at = p + 10; clock = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.1607092478801139e-28 && v.getFloat64(p + 1, true) === 8.371700667547547e-144) { c.at = p + 9; seed = readText(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 9.298537893179707e+242 && v.getFloat64(p + 5, true) === 8.37175451176538e-144) { c.at = p + 13; scenario = readText(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || schema === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, schema, producer, nodes, config, clock, seed, scenario, at: originOf(c) } satisfies EventOf<'trace.started'> as TraceEvent;
}

function nodeStarted(c: ByteCursor, event: 'node.started'): TraceEvent | undefined {
  let votedFor: EventOf<'node.started'>['votedFor'] | undefined;
  let commitIndex: EventOf<'node.started'>['commitIndex'] | undefined;
  let lastLogIndex: EventOf<'node.started'>['lastLogIndex'] | undefined;
  let lastLogTerm: EventOf<'node.started'>['lastLogTerm'] | undefined;
  let snapshotIndex: EventOf<'node.started'>['snapshotIndex'] | undefined;
  let snapshotTerm: EventOf<'node.started'>['snapshotTerm'] | undefined;
  let voters: EventOf<'node.started'>['voters'] | undefined;
  let votersOutgoing: EventOf<'node.started'>['votersOutgoing'] | undefined;
  let learners: EventOf<'node.started'>['learners'] | undefined;
  if (c.placed) {
    votedFor = textAt(c, 21);
    commitIndex = integerAt(c, 22);
    lastLogIndex = integerAt(c, 23);
    lastLogTerm = integerAt(c, 24);
    snapshotIndex = integerAt(c, 25);
    snapshotTerm = integerAt(c, 26);
    voters = textsAt(c, 27);
    votersOutgoing = textsAt(c, 28);
    learners = textsAt(c, 29);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 1.2927695984273405e+31 && v.getFloat64(p + 5, true) === 8.371769286739233e-144) { c.at = p + 13; votedFor = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.825714630916528e+252 && v.getFloat64(p + 7, true) === 1.1656396247049495e-28) { c.at = p + 15; commitIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 8, true) === 1.1656396247049466e-28) { c.at = p + 16; lastLogIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 7, true) === 1.1629404372691578e-28) { c.at = p + 15; lastLogTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.4190275587355068e+195 && v.getFloat64(p + 8, true) === 1.2503794362323138e-142 && v.getFloat64(p + 9, true) === 1.1656396247049495e-28) { c.at = p + 17; snapshotIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.4190275587355068e+195 && v.getFloat64(p + 8, true) === 1.162940437269904e-28) { c.at = p + 16; snapshotTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.286255114207613e+248 && v.getFloat64(p + 2, true) === 1.1644195519371057e-28) { c.at = p + 10; voters = readTexts(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.286255114207613e+248 && v.getFloat64(p + 8, true) === 1.6937535122003152e+190 && v.getFloat64(p + 10, true) === 1.1614574866550378e-28) { c.at = p + 18; votersOutgoing = readTexts(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 3.948108281611516e+180 && v.getFloat64(p + 4, true) === 1.1644195518491111e-28) { c.at = p + 12; learners = readTexts(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, votedFor, commitIndex, lastLogIndex, lastLogTerm, snapshotIndex, snapshotTerm, voters, votersOutgoing, learners, at: originOf(c) } satisfies EventOf<'node.started'> as TraceEvent;
}

function nodeStopped(c: ByteCursor, event: 'node.stopped'): TraceEvent | undefined {
  let cause: EventOf<'node.stopped'>['cause'] | undefined;
  if (c.placed) {
    cause = textAt(c, 30);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, cause, at: originOf(c) } satisfies EventOf<'node.stopped'> as TraceEvent;
}

function nodeCrashed(c: ByteCursor, event: 'node.crashed'): TraceEvent | undefined {
  let cause: EventOf<'node.crashed'>['cause'] | undefined;
  if (c.placed) {
    cause = textAt(c, 30);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, cause, at: originOf(c) } satisfies EventOf<'node.crashed'> as TraceEvent;
}

function timerStarted(c: ByteCursor, event: 'timer.started'): TraceEvent | undefined {
  let timer: EventOf<'timer.started'>['timer'] | undefined;
  let timeoutMs: EventOf<'timer.started'>['timeoutMs'] | undefined;
  let cause: EventOf<'timer.started'>['cause'] | undefined;
  if (c.placed) {
    timer = textAt(c, 31);
    timeoutMs = numberAt(c, 32);
    cause = textAt(c, 30);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 9.428664966201884e-143 && v.getFloat64(p + 2, true) === 8.371769098715937e-144) { c.at = p + 10; timer = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 4.714150108852385e+257 && v.getFloat64(p + 5, true) === 1.1643839786715533e-28) { c.at = p + 13; timeoutMs = readNumber(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || timer === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, timer, timeoutMs, cause, at: originOf(c) } satisfies EventOf<'timer.started'> as TraceEvent;
}

function timerExpired(c: ByteCursor, event: 'timer.expired'): TraceEvent | undefined {
  let timer: EventOf<'timer.expired'>['timer'] | undefined;
  let elapsedMs: EventOf<'timer.expired'>['elapsedMs'] | undefined;
  if (c.placed) {
    timer = textAt(c, 31);
    elapsedMs = numberAt(c, 33);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 9.428664966201884e-143 && v.getFloat64(p + 2, true) === 8.371769098715937e-144) { c.at = p + 10; timer = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.0413985867528485e+180 && v.getFloat64(p + 5, true) === 1.1643839182513757e-28) { c.at = p + 13; elapsedMs = readNumber(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || timer === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, timer, elapsedMs, at: originOf(c) } satisfies EventOf<'timer.expired'> as TraceEvent;
}

function termChanged(c: ByteCursor, event: 'term.changed'): TraceEvent | undefined {
  let from: EventOf<'term.changed'>['from'] | undefined;
  let to: EventOf<'term.changed'>['to'] | undefined;
  let cause: EventOf<'term.changed'>['cause'] | undefined;
  let source: EventOf<'term.changed'>['source'] | undefined;
  if (c.placed) {
    from = integerAt(c, 34);
    to = integerAt(c, 35);
    cause = textAt(c, 30);
    source = textAt(c, 36);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.162937597535317e-28) { c.at = p + 8; from = readInteger(c); p = c.at; }
    if (v.getInt32(p, true) === 1869881900 && v.getInt32(p + 2, true) === 975335284) { c.at = p + 6; to = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 2.5217519551750027e+180 && v.getFloat64(p + 3, true) === 8.371705518229279e-144) { c.at = p + 11; source = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || to === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, from, to, cause, source, at: originOf(c) } satisfies EventOf<'term.changed'> as TraceEvent;
}

function roleChanged(c: ByteCursor, event: 'role.changed'): TraceEvent | undefined {
  let from: EventOf<'role.changed'>['from'] | undefined;
  let to: EventOf<'role.changed'>['to'] | undefined;
  let cause: EventOf<'role.changed'>['cause'] | undefined;
  if (c.placed) {
    from = roleAt(c, 34);
    to = roleAt(c, 35);
    cause = textAt(c, 30);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.162937597535317e-28 && v.getFloat64(p + 1, true) === 8.371744850530501e-144) { c.at = p + 9; from = readWrittenRole(c); p = c.at; }
    if (v.getInt32(p, true) === 1869881900 && v.getInt32(p + 3, true) === 574235247) { c.at = p + 7; to = readWrittenRole(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || to === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, from, to, cause, at: originOf(c) } satisfies EventOf<'role.changed'> as TraceEvent;
}

function leaderRecognized(c: ByteCursor, event: 'leader.recognized'): TraceEvent | undefined {
  let leader: EventOf<'leader.recognized'>['leader'] | undefined;
  if (c.placed) {
    leader = textAt(c, 37);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.1411432470656018e+243 && v.getFloat64(p + 3, true) === 8.371769098042338e-144) { c.at = p + 11; leader = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || leader === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, leader, at: originOf(c) } satisfies EventOf<'leader.recognized'> as TraceEvent;
}

function electionStarted(c: ByteCursor, event: 'election.started'): TraceEvent | undefined {
  let preVote: EventOf<'election.started'>['preVote'] | undefined;
  let lastLogIndex: EventOf<'election.started'>['lastLogIndex'] | undefined;
  let lastLogTerm: EventOf<'election.started'>['lastLogTerm'] | undefined;
  let voters: EventOf<'election.started'>['voters'] | undefined;
  if (c.placed) {
    preVote = flagAt(c, 38);
    lastLogIndex = integerAt(c, 23);
    lastLogTerm = integerAt(c, 24);
    voters = textsAt(c, 27);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 7.1797698807940686e+252 && v.getFloat64(p + 3, true) === 1.1609702485811422e-28) { c.at = p + 11; preVote = readFlag(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 8, true) === 1.1656396247049466e-28) { c.at = p + 16; lastLogIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 7, true) === 1.1629404372691578e-28) { c.at = p + 15; lastLogTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.286255114207613e+248 && v.getFloat64(p + 2, true) === 1.1644195519371057e-28) { c.at = p + 10; voters = readTexts(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, preVote, lastLogIndex, lastLogTerm, voters, at: originOf(c) } satisfies EventOf<'election.started'> as TraceEvent;
}

function voteGranted(c: ByteCursor, event: 'vote.granted'): TraceEvent | undefined {
  let candidate: EventOf<'vote.granted'>['candidate'] | undefined;
  let preVote: EventOf<'vote.granted'>['preVote'] | undefined;
  let candidateLastLogIndex: EventOf<'vote.granted'>['candidateLastLogIndex'] | undefined;
  let candidateLastLogTerm: EventOf<'vote.granted'>['candidateLastLogTerm'] | undefined;
  let lastLogIndex: EventOf<'vote.granted'>['lastLogIndex'] | undefined;
  let lastLogTerm: EventOf<'vote.granted'>['lastLogTerm'] | undefined;
  if (c.placed) {
    candidate = textAt(c, 39);
    preVote = flagAt(c, 38);
    candidateLastLogIndex = integerAt(c, 40);
    candidateLastLogTerm = integerAt(c, 41);
    lastLogIndex = integerAt(c, 23);
    lastLogTerm = integerAt(c, 24);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 5.0242320371651485e+175 && v.getFloat64(p + 6, true) === 8.37170584154339e-144) { c.at = p + 14; candidate = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 7.1797698807940686e+252 && v.getFloat64(p + 3, true) === 1.1609702485811422e-28) { c.at = p + 11; preVote = readFlag(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.0242320371651485e+175 && v.getFloat64(p + 8, true) === 2.0539383334463244e+60 && v.getFloat64(p + 16, true) === 1.2503794362317078e-142 && v.getFloat64(p + 17, true) === 1.1656396247049466e-28) { c.at = p + 25; candidateLastLogIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.0242320371651485e+175 && v.getFloat64(p + 8, true) === 2.0539383334463244e+60 && v.getFloat64(p + 16, true) === 1.1629404372691578e-28) { c.at = p + 24; candidateLastLogTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 8, true) === 1.1656396247049466e-28) { c.at = p + 16; lastLogIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 7, true) === 1.1629404372691578e-28) { c.at = p + 15; lastLogTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || candidate === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, candidate, preVote, candidateLastLogIndex, candidateLastLogTerm, lastLogIndex, lastLogTerm, at: originOf(c) } satisfies EventOf<'vote.granted'> as TraceEvent;
}

function voteDenied(c: ByteCursor, event: 'vote.denied'): TraceEvent | undefined {
  let candidate: EventOf<'vote.denied'>['candidate'] | undefined;
  let preVote: EventOf<'vote.denied'>['preVote'] | undefined;
  let candidateLastLogIndex: EventOf<'vote.denied'>['candidateLastLogIndex'] | undefined;
  let candidateLastLogTerm: EventOf<'vote.denied'>['candidateLastLogTerm'] | undefined;
  let lastLogIndex: EventOf<'vote.denied'>['lastLogIndex'] | undefined;
  let lastLogTerm: EventOf<'vote.denied'>['lastLogTerm'] | undefined;
  let cause: EventOf<'vote.denied'>['cause'] | undefined;
  if (c.placed) {
    candidate = textAt(c, 39);
    preVote = flagAt(c, 38);
    candidateLastLogIndex = integerAt(c, 40);
    candidateLastLogTerm = integerAt(c, 41);
    lastLogIndex = integerAt(c, 23);
    lastLogTerm = integerAt(c, 24);
    cause = textAt(c, 30);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 5.0242320371651485e+175 && v.getFloat64(p + 6, true) === 8.37170584154339e-144) { c.at = p + 14; candidate = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 7.1797698807940686e+252 && v.getFloat64(p + 3, true) === 1.1609702485811422e-28) { c.at = p + 11; preVote = readFlag(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.0242320371651485e+175 && v.getFloat64(p + 8, true) === 2.0539383334463244e+60 && v.getFloat64(p + 16, true) === 1.2503794362317078e-142 && v.getFloat64(p + 17, true) === 1.1656396247049466e-28) { c.at = p + 25; candidateLastLogIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.0242320371651485e+175 && v.getFloat64(p + 8, true) === 2.0539383334463244e+60 && v.getFloat64(p + 16, true) === 1.1629404372691578e-28) { c.at = p + 24; candidateLastLogTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 8, true) === 1.1656396247049466e-28) { c.at = p + 16; lastLogIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 7, true) === 1.1629404372691578e-28) { c.at = p + 15; lastLogTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || candidate === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, candidate, preVote, candidateLastLogIndex, candidateLastLogTerm, lastLogIndex, lastLogTerm, cause, at: originOf(c) } satisfies EventOf<'vote.denied'> as TraceEvent;
}

function voteReceived(c: ByteCursor, event: 'vote.received'): TraceEvent | undefined {
  let from: EventOf<'vote.received'>['from'] | undefined;
  let granted: EventOf<'vote.received'>['granted'] | undefined;
  let preVote: EventOf<'vote.received'>['preVote'] | undefined;
  let rpcTerm: EventOf<'vote.received'>['rpcTerm'] | undefined;
  let votes: EventOf<'vote.received'>['votes'] | undefined;
  let needed: EventOf<'vote.received'>['needed'] | undefined;
  if (c.placed) {
    from = textAt(c, 34);
    granted = flagAt(c, 42);
    preVote = flagAt(c, 38);
    rpcTerm = integerAt(c, 43);
    votes = integerAt(c, 44);
    needed = integerAt(c, 45);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 1.162937597535317e-28 && v.getFloat64(p + 1, true) === 8.371744850530501e-144) { c.at = p + 9; from = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.29871727202871e+180 && v.getFloat64(p + 3, true) === 1.160709304234006e-28) { c.at = p + 11; granted = readFlag(c); p = c.at; }
    if (v.getFloat64(p, true) === 7.1797698807940686e+252 && v.getFloat64(p + 3, true) === 1.1609702485811422e-28) { c.at = p + 11; preVote = readFlag(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.1378109028320215e+243 && v.getFloat64(p + 3, true) === 1.1629404372689285e-28) { c.at = p + 11; rpcTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 9.94125316656324e-143 && v.getFloat64(p + 1, true) === 1.1644070897431106e-28) { c.at = p + 9; votes = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 4.232747627603043e+175 && v.getFloat64(p + 2, true) === 1.1607092439166808e-28) { c.at = p + 10; needed = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || from === undefined || granted === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, from, granted, preVote, rpcTerm, votes, needed, at: originOf(c) } satisfies EventOf<'vote.received'> as TraceEvent;
}

function messageSent(c: ByteCursor, event: 'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'): TraceEvent | undefined {
  let id: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['id'] | undefined;
  let kind: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['kind'] | undefined;
  let from: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['from'] | undefined;
  let to: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['to'] | undefined;
  let rpcTerm: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['rpcTerm'] | undefined;
  let candidateId: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['candidateId'] | undefined;
  let lastLogIndex: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['lastLogIndex'] | undefined;
  let lastLogTerm: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['lastLogTerm'] | undefined;
  let voteGranted: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['voteGranted'] | undefined;
  let prevLogIndex: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['prevLogIndex'] | undefined;
  let prevLogTerm: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['prevLogTerm'] | undefined;
  let entries: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['entries'] | undefined;
  let leaderCommit: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['leaderCommit'] | undefined;
  let success: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['success'] | undefined;
  let matchIndex: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['matchIndex'] | undefined;
  let conflictIndex: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['conflictIndex'] | undefined;
  let conflictTerm: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['conflictTerm'] | undefined;
  let lastIncludedIndex: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['lastIncludedIndex'] | undefined;
  let lastIncludedTerm: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['lastIncludedTerm'] | undefined;
  let round: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['round'] | undefined;
  let askedAt: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['askedAt'] | undefined;
  let bytes: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['bytes'] | undefined;
  let cause: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>['cause'] | undefined;
  if (c.placed) {
    id = textAt(c, 46);
    kind = kindAt(c, 47);
    from = textAt(c, 34);
    to = textAt(c, 35);
    rpcTerm = integerAt(c, 43);
    candidateId = textAt(c, 48);
    lastLogIndex = integerAt(c, 23);
    lastLogTerm = integerAt(c, 24);
    voteGranted = flagAt(c, 49);
    prevLogIndex = integerAt(c, 50);
    prevLogTerm = integerAt(c, 51);
    entries = entriesAt(c, 52);
    leaderCommit = integerAt(c, 53);
    success = flagAt(c, 54);
    matchIndex = integerAt(c, 55);
    conflictIndex = integerAt(c, 56);
    conflictTerm = integerAt(c, 57);
    lastIncludedIndex = integerAt(c, 58);
    lastIncludedTerm = integerAt(c, 59);
    round = integerAt(c, 60);
    askedAt = numberAt(c, 61);
    bytes = integerAt(c, 62);
    cause = textAt(c, 30);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getInt32(p, true) === 1684611628 && v.getInt32(p + 3, true) === 574235236) { c.at = p + 7; id = readId(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.1607179294936419e-28 && v.getFloat64(p + 1, true) === 8.371700839683721e-144) { c.at = p + 9; kind = readWrittenKind(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.162937597535317e-28 && v.getFloat64(p + 1, true) === 8.371744850530501e-144) { c.at = p + 9; from = readText(c); p = c.at; }
    if (v.getInt32(p, true) === 1869881900 && v.getInt32(p + 3, true) === 574235247) { c.at = p + 7; to = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.1378109028320215e+243 && v.getFloat64(p + 3, true) === 1.1629404372689285e-28) { c.at = p + 11; rpcTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 5.0242320371651485e+175 && v.getFloat64(p + 8, true) === 8.371700132934047e-144) { c.at = p + 16; candidateId = readText(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 8, true) === 1.1656396247049466e-28) { c.at = p + 16; lastLogIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 7, true) === 1.1629404372691578e-28) { c.at = p + 15; lastLogTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 3.1201383768199623e+242 && v.getFloat64(p + 7, true) === 1.160709304234006e-28) { c.at = p + 15; voteGranted = readFlag(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.3485267220009984e+228 && v.getFloat64(p + 8, true) === 1.1656396247049466e-28) { c.at = p + 16; prevLogIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.3485267220009984e+228 && v.getFloat64(p + 7, true) === 1.1629404372691578e-28) { c.at = p + 15; prevLogTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 3.2997841375452183e+180 && v.getFloat64(p + 3, true) === 1.1644070484096927e-28) { c.at = p + 11; entries = readEntries(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.1411432470656018e+243 && v.getFloat64(p + 8, true) === 1.1646574342750257e-28) { c.at = p + 16; leaderCommit = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 7.477241777406865e+247 && v.getFloat64(p + 3, true) === 1.1644205146515964e-28) { c.at = p + 11; success = readFlag(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 4.3510528266264887e+45 && v.getFloat64(p + 6, true) === 1.1656396247049468e-28) { c.at = p + 14; matchIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 6.793402668707282e+199 && v.getFloat64(p + 8, true) === 1.2503794362323116e-142 && v.getFloat64(p + 9, true) === 1.1656396247049495e-28) { c.at = p + 17; conflictIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 6.793402668707282e+199 && v.getFloat64(p + 8, true) === 1.1629404372699013e-28) { c.at = p + 16; conflictTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.8402547752994988e+223 && v.getFloat64(p + 8, true) === 1.8357209222229106e+223 && v.getFloat64(p + 13, true) === 1.165639624704946e-28) { c.at = p + 21; lastIncludedIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.8402547752994988e+223 && v.getFloat64(p + 8, true) === 1.3221505580947094e+180 && v.getFloat64(p + 12, true) === 1.1629404372689834e-28) { c.at = p + 20; lastIncludedTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 5.23590650347326e-143 && v.getFloat64(p + 1, true) === 1.1607179746959892e-28) { c.at = p + 9; round = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 10693467.605607115 && v.getFloat64(p + 3, true) === 1.1646188817041324e-28) { c.at = p + 11; askedAt = readNumber(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 9.941253469670208e-143 && v.getFloat64(p + 1, true) === 1.1644070898888994e-28) { c.at = p + 9; bytes = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || kind === undefined || from === undefined || to === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, id, kind, from, to, rpcTerm, candidateId, lastLogIndex, lastLogTerm, voteGranted, prevLogIndex, prevLogTerm, entries, leaderCommit, success, matchIndex, conflictIndex, conflictTerm, lastIncludedIndex, lastIncludedTerm, round, askedAt, bytes, cause, at: originOf(c) } satisfies EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'> as TraceEvent;
}

function entryProposed(c: ByteCursor, event: 'entry.proposed'): TraceEvent | undefined {
  let index: EventOf<'entry.proposed'>['index'] | undefined;
  let entryTerm: EventOf<'entry.proposed'>['entryTerm'] | undefined;
  let hash: EventOf<'entry.proposed'>['hash'] | undefined;
  if (c.placed) {
    index = integerAt(c, 63);
    entryTerm = integerAt(c, 64);
    hash = textAt(c, 65);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.2503794366103463e-142 && v.getFloat64(p + 1, true) === 1.1656396247067678e-28) { c.at = p + 9; index = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 8.696744386983476e+98 && v.getFloat64(p + 5, true) === 1.1629404372701917e-28) { c.at = p + 13; entryTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.1617087903132927e-28 && v.getFloat64(p + 1, true) === 8.371720486145667e-144) { c.at = p + 9; hash = readHash(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || index === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, index, entryTerm, hash, at: originOf(c) } satisfies EventOf<'entry.proposed'> as TraceEvent;
}

function appendAccepted(c: ByteCursor, event: 'append.accepted'): TraceEvent | undefined {
  let leader: EventOf<'append.accepted'>['leader'] | undefined;
  let prevLogIndex: EventOf<'append.accepted'>['prevLogIndex'] | undefined;
  let prevLogTerm: EventOf<'append.accepted'>['prevLogTerm'] | undefined;
  let entries: EventOf<'append.accepted'>['entries'] | undefined;
  let lastNewIndex: EventOf<'append.accepted'>['lastNewIndex'] | undefined;
  if (c.placed) {
    leader = textAt(c, 37);
    prevLogIndex = integerAt(c, 50);
    prevLogTerm = integerAt(c, 51);
    entries = integerAt(c, 52);
    lastNewIndex = integerAt(c, 66);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 1.1411432470656018e+243 && v.getFloat64(p + 3, true) === 8.371769098042338e-144) { c.at = p + 11; leader = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.3485267220009984e+228 && v.getFloat64(p + 8, true) === 1.1656396247049466e-28) { c.at = p + 16; prevLogIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.3485267220009984e+228 && v.getFloat64(p + 7, true) === 1.1629404372691578e-28) { c.at = p + 15; prevLogTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 3.2997841375452183e+180 && v.getFloat64(p + 3, true) === 1.1644070484096927e-28) { c.at = p + 11; entries = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 9.872892328993654e+179 && v.getFloat64(p + 8, true) === 1.1656396247049502e-28) { c.at = p + 16; lastNewIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, leader, prevLogIndex, prevLogTerm, entries, lastNewIndex, at: originOf(c) } satisfies EventOf<'append.accepted'> as TraceEvent;
}

function appendRejected(c: ByteCursor, event: 'append.rejected'): TraceEvent | undefined {
  let leader: EventOf<'append.rejected'>['leader'] | undefined;
  let prevLogIndex: EventOf<'append.rejected'>['prevLogIndex'] | undefined;
  let prevLogTerm: EventOf<'append.rejected'>['prevLogTerm'] | undefined;
  let entries: EventOf<'append.rejected'>['entries'] | undefined;
  let cause: EventOf<'append.rejected'>['cause'] | undefined;
  let conflictIndex: EventOf<'append.rejected'>['conflictIndex'] | undefined;
  let conflictTerm: EventOf<'append.rejected'>['conflictTerm'] | undefined;
  if (c.placed) {
    leader = textAt(c, 37);
    prevLogIndex = integerAt(c, 50);
    prevLogTerm = integerAt(c, 51);
    entries = integerAt(c, 52);
    cause = textAt(c, 30);
    conflictIndex = integerAt(c, 56);
    conflictTerm = integerAt(c, 57);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 1.1411432470656018e+243 && v.getFloat64(p + 3, true) === 8.371769098042338e-144) { c.at = p + 11; leader = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.3485267220009984e+228 && v.getFloat64(p + 8, true) === 1.1656396247049466e-28) { c.at = p + 16; prevLogIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.3485267220009984e+228 && v.getFloat64(p + 7, true) === 1.1629404372691578e-28) { c.at = p + 15; prevLogTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 3.2997841375452183e+180 && v.getFloat64(p + 3, true) === 1.1644070484096927e-28) { c.at = p + 11; entries = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 6.793402668707282e+199 && v.getFloat64(p + 8, true) === 1.2503794362323116e-142 && v.getFloat64(p + 9, true) === 1.1656396247049495e-28) { c.at = p + 17; conflictIndex = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 6.793402668707282e+199 && v.getFloat64(p + 8, true) === 1.1629404372699013e-28) { c.at = p + 16; conflictTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, leader, prevLogIndex, prevLogTerm, entries, cause, conflictIndex, conflictTerm, at: originOf(c) } satisfies EventOf<'append.rejected'> as TraceEvent;
}

function logAppended(c: ByteCursor, event: 'log.appended'): TraceEvent | undefined {
  let firstIndex: EventOf<'log.appended'>['firstIndex'] | undefined;
  let entries: EventOf<'log.appended'>['entries'] | undefined;
  if (c.placed) {
    firstIndex = integerAt(c, 67);
    entries = entriesAt(c, 52);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 7.297147986269453e+45 && v.getFloat64(p + 6, true) === 1.1656396247049495e-28) { c.at = p + 14; firstIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 3.2997841375452183e+180 && v.getFloat64(p + 3, true) === 1.1644070484096927e-28) { c.at = p + 11; entries = readEntries(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || firstIndex === undefined || entries === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, firstIndex, entries, at: originOf(c) } satisfies EventOf<'log.appended'> as TraceEvent;
}

function logTruncated(c: ByteCursor, event: 'log.truncated'): TraceEvent | undefined {
  let fromIndex: EventOf<'log.truncated'>['fromIndex'] | undefined;
  let lastIndex: EventOf<'log.truncated'>['lastIndex'] | undefined;
  if (c.placed) {
    fromIndex = integerAt(c, 68);
    lastIndex = integerAt(c, 69);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.8382736261603545e+223 && v.getFloat64(p + 5, true) === 1.165639624704948e-28) { c.at = p + 13; fromIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.8402547752994988e+223 && v.getFloat64(p + 5, true) === 1.1656396247049495e-28) { c.at = p + 13; lastIndex = readInteger(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || fromIndex === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, fromIndex, lastIndex, at: originOf(c) } satisfies EventOf<'log.truncated'> as TraceEvent;
}

function statePersisted(c: ByteCursor, event: 'state.persisted'): TraceEvent | undefined {
  let currentTerm: EventOf<'state.persisted'>['currentTerm'] | undefined;
  let votedFor: EventOf<'state.persisted'>['votedFor'] | undefined;
  let lastLogIndex: EventOf<'state.persisted'>['lastLogIndex'] | undefined;
  if (c.placed) {
    currentTerm = integerAt(c, 70);
    votedFor = textAt(c, 21);
    lastLogIndex = integerAt(c, 23);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 6.202039704144631e+223 && v.getFloat64(p + 7, true) === 1.1629404372699038e-28) { c.at = p + 15; currentTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.2927695984273405e+31 && v.getFloat64(p + 5, true) === 8.371769286739233e-144) { c.at = p + 13; votedFor = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.348166646057068e+228 && v.getFloat64(p + 8, true) === 1.1656396247049466e-28) { c.at = p + 16; lastLogIndex = readInteger(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, currentTerm, votedFor, lastLogIndex, at: originOf(c) } satisfies EventOf<'state.persisted'> as TraceEvent;
}

function progressUpdated(c: ByteCursor, event: 'progress.updated'): TraceEvent | undefined {
  let peer: EventOf<'progress.updated'>['peer'] | undefined;
  let matchIndex: EventOf<'progress.updated'>['matchIndex'] | undefined;
  let nextIndex: EventOf<'progress.updated'>['nextIndex'] | undefined;
  let cause: EventOf<'progress.updated'>['cause'] | undefined;
  if (c.placed) {
    peer = textAt(c, 71);
    matchIndex = integerAt(c, 55);
    nextIndex = integerAt(c, 72);
    cause = textAt(c, 30);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.1641605142963747e-28 && v.getFloat64(p + 1, true) === 8.371769098121216e-144) { c.at = p + 9; peer = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 4.3510528266264887e+45 && v.getFloat64(p + 6, true) === 1.1656396247049468e-28) { c.at = p + 14; matchIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.84026030822184e+223 && v.getFloat64(p + 5, true) === 1.1656396247049495e-28) { c.at = p + 13; nextIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || peer === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, peer, matchIndex, nextIndex, cause, at: originOf(c) } satisfies EventOf<'progress.updated'> as TraceEvent;
}

function commitAdvanced(c: ByteCursor, event: 'commit.advanced'): TraceEvent | undefined {
  let from: EventOf<'commit.advanced'>['from'] | undefined;
  let to: EventOf<'commit.advanced'>['to'] | undefined;
  let entryTerm: EventOf<'commit.advanced'>['entryTerm'] | undefined;
  let acks: EventOf<'commit.advanced'>['acks'] | undefined;
  if (c.placed) {
    from = integerAt(c, 34);
    to = integerAt(c, 35);
    entryTerm = integerAt(c, 64);
    acks = textsAt(c, 73);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.162937597535317e-28) { c.at = p + 8; from = readInteger(c); p = c.at; }
    if (v.getInt32(p, true) === 1869881900 && v.getInt32(p + 2, true) === 975335284) { c.at = p + 6; to = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 8.696744386983476e+98 && v.getFloat64(p + 5, true) === 1.1629404372701917e-28) { c.at = p + 13; entryTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.1644128033755204e-28) { c.at = p + 8; acks = readTexts(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || to === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, from, to, entryTerm, acks, at: originOf(c) } satisfies EventOf<'commit.advanced'> as TraceEvent;
}

function entryApplied(c: ByteCursor, event: 'entry.applied'): TraceEvent | undefined {
  let index: EventOf<'entry.applied'>['index'] | undefined;
  let entryTerm: EventOf<'entry.applied'>['entryTerm'] | undefined;
  let hash: EventOf<'entry.applied'>['hash'] | undefined;
  let client: EventOf<'entry.applied'>['client'] | undefined;
  let clientSeq: EventOf<'entry.applied'>['clientSeq'] | undefined;
  if (c.placed) {
    index = integerAt(c, 63);
    entryTerm = integerAt(c, 64);
    hash = textAt(c, 65);
    client = textAt(c, 74);
    clientSeq = integerAt(c, 75);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 1.2503794366103463e-142 && v.getFloat64(p + 1, true) === 1.1656396247067678e-28) { c.at = p + 9; index = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 8.696744386983476e+98 && v.getFloat64(p + 5, true) === 1.1629404372701917e-28) { c.at = p + 13; entryTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.1617087903132927e-28 && v.getFloat64(p + 1, true) === 8.371720486145667e-144) { c.at = p + 9; hash = readHash(c); p = c.at; }
    if (v.getFloat64(p, true) === 6.964097036867823e+252 && v.getFloat64(p + 3, true) === 8.371779045755794e-144) { c.at = p + 11; client = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 6.964097036867823e+252 && v.getFloat64(p + 5, true) === 1.1639139276181683e-28) { c.at = p + 13; clientSeq = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || index === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, index, entryTerm, hash, client, clientSeq, at: originOf(c) } satisfies EventOf<'entry.applied'> as TraceEvent;
}

function commandExecuted(c: ByteCursor, event: 'command.executed'): TraceEvent | undefined {
  let index: EventOf<'command.executed'>['index'] | undefined;
  let client: EventOf<'command.executed'>['client'] | undefined;
  let clientSeq: EventOf<'command.executed'>['clientSeq'] | undefined;
  if (c.placed) {
    index = integerAt(c, 63);
    client = textAt(c, 74);
    clientSeq = integerAt(c, 75);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.2503794366103463e-142 && v.getFloat64(p + 1, true) === 1.1656396247067678e-28) { c.at = p + 9; index = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 6.964097036867823e+252 && v.getFloat64(p + 3, true) === 8.371779045755794e-144) { c.at = p + 11; client = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 6.964097036867823e+252 && v.getFloat64(p + 5, true) === 1.1639139276181683e-28) { c.at = p + 13; clientSeq = readInteger(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || index === undefined || client === undefined || clientSeq === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, index, client, clientSeq, at: originOf(c) } satisfies EventOf<'command.executed'> as TraceEvent;
}

function snapshotTaken(c: ByteCursor, event: 'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'): TraceEvent | undefined {
  let index: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>['index'] | undefined;
  let snapshotTerm: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>['snapshotTerm'] | undefined;
  let bytes: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>['bytes'] | undefined;
  let peer: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>['peer'] | undefined;
  let voters: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>['voters'] | undefined;
  let votersOutgoing: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>['votersOutgoing'] | undefined;
  let learners: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>['learners'] | undefined;
  if (c.placed) {
    index = integerAt(c, 63);
    snapshotTerm = integerAt(c, 26);
    bytes = integerAt(c, 62);
    peer = textAt(c, 71);
    voters = textsAt(c, 27);
    votersOutgoing = textsAt(c, 28);
    learners = textsAt(c, 29);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 1.2503794366103463e-142 && v.getFloat64(p + 1, true) === 1.1656396247067678e-28) { c.at = p + 9; index = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.4190275587355068e+195 && v.getFloat64(p + 8, true) === 1.162940437269904e-28) { c.at = p + 16; snapshotTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 9.941253469670208e-143 && v.getFloat64(p + 1, true) === 1.1644070898888994e-28) { c.at = p + 9; bytes = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.1641605142963747e-28 && v.getFloat64(p + 1, true) === 8.371769098121216e-144) { c.at = p + 9; peer = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.286255114207613e+248 && v.getFloat64(p + 2, true) === 1.1644195519371057e-28) { c.at = p + 10; voters = readTexts(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.286255114207613e+248 && v.getFloat64(p + 8, true) === 1.6937535122003152e+190 && v.getFloat64(p + 10, true) === 1.1614574866550378e-28) { c.at = p + 18; votersOutgoing = readTexts(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 3.948108281611516e+180 && v.getFloat64(p + 4, true) === 1.1644195518491111e-28) { c.at = p + 12; learners = readTexts(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || index === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, index, snapshotTerm, bytes, peer, voters, votersOutgoing, learners, at: originOf(c) } satisfies EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'> as TraceEvent;
}

function configProposed(c: ByteCursor, event: 'config.proposed' | 'config.appended' | 'config.committed' | 'config.applied'): TraceEvent | undefined {
  let index: EventOf<'config.proposed' | 'config.appended' | 'config.committed' | 'config.applied'>['index'] | undefined;
  let voters: EventOf<'config.proposed' | 'config.appended' | 'config.committed' | 'config.applied'>['voters'] | undefined;
  let votersOutgoing: EventOf<'config.proposed' | 'config.appended' | 'config.committed' | 'config.applied'>['votersOutgoing'] | undefined;
  let learners: EventOf<'config.proposed' | 'config.appended' | 'config.committed' | 'config.applied'>['learners'] | undefined;
  if (c.placed) {
    index = integerAt(c, 63);
    voters = textsAt(c, 27);
    votersOutgoing = textsAt(c, 28);
    learners = textsAt(c, 29);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.2503794366103463e-142 && v.getFloat64(p + 1, true) === 1.1656396247067678e-28) { c.at = p + 9; index = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.286255114207613e+248 && v.getFloat64(p + 2, true) === 1.1644195519371057e-28) { c.at = p + 10; voters = readTexts(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.286255114207613e+248 && v.getFloat64(p + 8, true) === 1.6937535122003152e+190 && v.getFloat64(p + 10, true) === 1.1614574866550378e-28) { c.at = p + 18; votersOutgoing = readTexts(c); p = c.at; }
    if (v.getFloat64(p, true) === 3.948108281611516e+180 && v.getFloat64(p + 4, true) === 1.1644195518491111e-28) { c.at = p + 12; learners = readTexts(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || voters === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, index, voters, votersOutgoing, learners, at: originOf(c) } satisfies EventOf<'config.proposed' | 'config.appended' | 'config.committed' | 'config.applied'> as TraceEvent;
}

function transferStarted(c: ByteCursor, event: 'transfer.started'): TraceEvent | undefined {
  let target: EventOf<'transfer.started'>['target'] | undefined;
  let cause: EventOf<'transfer.started'>['cause'] | undefined;
  if (c.placed) {
    target = textAt(c, 76);
    cause = textAt(c, 30);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 4.90391720056191e+252 && v.getFloat64(p + 3, true) === 8.3717788740674e-144) { c.at = p + 11; target = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || target === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, target, cause, at: originOf(c) } satisfies EventOf<'transfer.started'> as TraceEvent;
}

function transferFinished(c: ByteCursor, event: 'transfer.finished'): TraceEvent | undefined {
  let target: EventOf<'transfer.finished'>['target'] | undefined;
  let cause: EventOf<'transfer.finished'>['cause'] | undefined;
  if (c.placed) {
    target = textAt(c, 76);
    cause = textAt(c, 30);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 4.90391720056191e+252 && v.getFloat64(p + 3, true) === 8.3717788740674e-144) { c.at = p + 11; target = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.497178132654108e-143 && v.getFloat64(p + 2, true) === 8.371705823940825e-144) { c.at = p + 10; cause = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || target === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, target, cause, at: originOf(c) } satisfies EventOf<'transfer.finished'> as TraceEvent;
}

function readStarted(c: ByteCursor, event: 'read.started'): TraceEvent | undefined {
  let mode: EventOf<'read.started'>['mode'] | undefined;
  let readIndex: EventOf<'read.started'>['readIndex'] | undefined;
  let client: EventOf<'read.started'>['client'] | undefined;
  if (c.placed) {
    mode = textAt(c, 77);
    readIndex = integerAt(c, 78);
    client = textAt(c, 74);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.1609548414756804e-28 && v.getFloat64(p + 1, true) === 8.371705537096463e-144) { c.at = p + 9; mode = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.8357165139548264e+223 && v.getFloat64(p + 5, true) === 1.165639624704946e-28) { c.at = p + 13; readIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 6.964097036867823e+252 && v.getFloat64(p + 3, true) === 8.371779045755794e-144) { c.at = p + 11; client = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || mode === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, mode, readIndex, client, at: originOf(c) } satisfies EventOf<'read.started'> as TraceEvent;
}

function readServed(c: ByteCursor, event: 'read.served'): TraceEvent | undefined {
  let mode: EventOf<'read.served'>['mode'] | undefined;
  let readIndex: EventOf<'read.served'>['readIndex'] | undefined;
  let client: EventOf<'read.served'>['client'] | undefined;
  if (c.placed) {
    mode = textAt(c, 77);
    readIndex = integerAt(c, 78);
    client = textAt(c, 74);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.1609548414756804e-28 && v.getFloat64(p + 1, true) === 8.371705537096463e-144) { c.at = p + 9; mode = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.8357165139548264e+223 && v.getFloat64(p + 5, true) === 1.165639624704946e-28) { c.at = p + 13; readIndex = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 6.964097036867823e+252 && v.getFloat64(p + 3, true) === 8.371779045755794e-144) { c.at = p + 11; client = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || mode === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, mode, readIndex, client, at: originOf(c) } satisfies EventOf<'read.served'> as TraceEvent;
}

function clientInvoked(c: ByteCursor, event: 'client.invoked'): TraceEvent | undefined {
  let client: EventOf<'client.invoked'>['client'] | undefined;
  let op: EventOf<'client.invoked'>['op'] | undefined;
  let key: EventOf<'client.invoked'>['key'] | undefined;
  let value: EventOf<'client.invoked'>['value'] | undefined;
  if (c.placed) {
    client = textAt(c, 74);
    op = textAt(c, 79);
    key = textAt(c, 80);
    value = textAt(c, 81);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 6.964097036867823e+252 && v.getFloat64(p + 3, true) === 8.371779045755794e-144) { c.at = p + 11; client = readText(c); p = c.at; }
    if (v.getInt32(p, true) === 1886331436 && v.getInt32(p + 3, true) === 574235248) { c.at = p + 7; op = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 8.371803313833274e-144) { c.at = p + 8; key = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.499145024016051e-143 && v.getFloat64(p + 2, true) === 8.3717058614563e-144) { c.at = p + 10; value = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || client === undefined || op === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, client, op, key, value, at: originOf(c) } satisfies EventOf<'client.invoked'> as TraceEvent;
}

function clientReturned(c: ByteCursor, event: 'client.returned'): TraceEvent | undefined {
  let client: EventOf<'client.returned'>['client'] | undefined;
  let op: EventOf<'client.returned'>['op'] | undefined;
  let key: EventOf<'client.returned'>['key'] | undefined;
  let value: EventOf<'client.returned'>['value'] | undefined;
  let ok: EventOf<'client.returned'>['ok'] | undefined;
  let index: EventOf<'client.returned'>['index'] | undefined;
  let entryTerm: EventOf<'client.returned'>['entryTerm'] | undefined;
  let hash: EventOf<'client.returned'>['hash'] | undefined;
  if (c.placed) {
    client = textAt(c, 74);
    op = textAt(c, 79);
    key = textAt(c, 80);
    value = textAt(c, 81);
    ok = flagAt(c, 82);
    index = integerAt(c, 63);
    entryTerm = integerAt(c, 64);
    hash = textAt(c, 65);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 6.964097036867823e+252 && v.getFloat64(p + 3, true) === 8.371779045755794e-144) { c.at = p + 11; client = readText(c); p = c.at; }
    if (v.getInt32(p, true) === 1886331436 && v.getInt32(p + 3, true) === 574235248) { c.at = p + 7; op = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 8.371803313833274e-144) { c.at = p + 8; key = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 5.499145024016051e-143 && v.getFloat64(p + 2, true) === 8.3717058614563e-144) { c.at = p + 10; value = readText(c); p = c.at; }
    if (v.getInt32(p, true) === 1802445356 && v.getInt32(p + 2, true) === 975334255) { c.at = p + 6; ok = readFlag(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.2503794366103463e-142 && v.getFloat64(p + 1, true) === 1.1656396247067678e-28) { c.at = p + 9; index = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 8.696744386983476e+98 && v.getFloat64(p + 5, true) === 1.1629404372701917e-28) { c.at = p + 13; entryTerm = readInteger(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 1.1617087903132927e-28 && v.getFloat64(p + 1, true) === 8.371720486145667e-144) { c.at = p + 9; hash = readHash(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || client === undefined || op === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, client, op, key, value, ok, index, entryTerm, hash, at: originOf(c) } satisfies EventOf<'client.returned'> as TraceEvent;
}

function lockWaiting(c: ByteCursor, event: 'lock.waiting'): TraceEvent | undefined {
  let lock: EventOf<'lock.waiting'>['lock'] | undefined;
  let thread: EventOf<'lock.waiting'>['thread'] | undefined;
  if (c.placed) {
    lock = textAt(c, 83);
    thread = textAt(c, 84);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.162432992693304e-28 && v.getFloat64(p + 1, true) === 8.371734845391909e-144) { c.at = p + 9; lock = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 3.442102535260241e+175 && v.getFloat64(p + 3, true) === 8.371700591173926e-144) { c.at = p + 11; thread = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || lock === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, lock, thread, at: originOf(c) } satisfies EventOf<'lock.waiting'> as TraceEvent;
}

function lockAcquired(c: ByteCursor, event: 'lock.acquired'): TraceEvent | undefined {
  let lock: EventOf<'lock.acquired'>['lock'] | undefined;
  let thread: EventOf<'lock.acquired'>['thread'] | undefined;
  if (c.placed) {
    lock = textAt(c, 83);
    thread = textAt(c, 84);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.162432992693304e-28 && v.getFloat64(p + 1, true) === 8.371734845391909e-144) { c.at = p + 9; lock = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 3.442102535260241e+175 && v.getFloat64(p + 3, true) === 8.371700591173926e-144) { c.at = p + 11; thread = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || lock === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, lock, thread, at: originOf(c) } satisfies EventOf<'lock.acquired'> as TraceEvent;
}

function lockReleased(c: ByteCursor, event: 'lock.released'): TraceEvent | undefined {
  let lock: EventOf<'lock.released'>['lock'] | undefined;
  let thread: EventOf<'lock.released'>['thread'] | undefined;
  let heldMs: EventOf<'lock.released'>['heldMs'] | undefined;
  if (c.placed) {
    lock = textAt(c, 83);
    thread = textAt(c, 84);
    heldMs = numberAt(c, 85);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.162432992693304e-28 && v.getFloat64(p + 1, true) === 8.371734845391909e-144) { c.at = p + 9; lock = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 3.442102535260241e+175 && v.getFloat64(p + 3, true) === 8.371700591173926e-144) { c.at = p + 11; thread = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 2.5688557557397803e+247 && v.getFloat64(p + 2, true) === 1.164383918353426e-28) { c.at = p + 10; heldMs = readNumber(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || lock === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, lock, thread, heldMs, at: originOf(c) } satisfies EventOf<'lock.released'> as TraceEvent;
}

function faultInjected(c: ByteCursor, event: 'fault.injected' | 'fault.cleared'): TraceEvent | undefined {
  let fault: EventOf<'fault.injected' | 'fault.cleared'>['fault'] | undefined;
  let nodes: EventOf<'fault.injected' | 'fault.cleared'>['nodes'] | undefined;
  let links: EventOf<'fault.injected' | 'fault.cleared'>['links'] | undefined;
  if (c.placed) {
    fault = textAt(c, 86);
    nodes = textsAt(c, 16);
    links = linksAt(c, 87);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.046780841163306e-142 && v.getFloat64(p + 2, true) === 8.371779008760086e-144) { c.at = p + 10; fault = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 9.941128035415124e-143 && v.getFloat64(p + 1, true) === 1.1644070295573407e-28) { c.at = p + 9; nodes = readTexts(c); p = c.at; }
    if (v.getFloat64(p, true) === 9.95321855682228e-143 && v.getFloat64(p + 1, true) === 1.1644128448747162e-28) { c.at = p + 9; links = readLinks(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || fault === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, fault, nodes, links, at: originOf(c) } satisfies EventOf<'fault.injected' | 'fault.cleared'> as TraceEvent;
}

function testStarted(c: ByteCursor, event: 'test.started' | 'test.passed' | 'test.failed'): TraceEvent | undefined {
  let test: EventOf<'test.started' | 'test.passed' | 'test.failed'>['test'] | undefined;
  let message: EventOf<'test.started' | 'test.passed' | 'test.failed'>['message'] | undefined;
  if (c.placed) {
    test = textAt(c, 88);
    message = textAt(c, 89);
  } else {
    const v = c.view;
    let p = c.at;
    if (v.getFloat64(p, true) === 1.1646670339305233e-28 && v.getFloat64(p + 1, true) === 8.371779141225676e-144) { c.at = p + 9; test = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 9.719123284252553e+189 && v.getFloat64(p + 4, true) === 8.371705593334192e-144) { c.at = p + 12; message = readText(c); p = c.at; }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || test === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, test, message, at: originOf(c) } satisfies EventOf<'test.started' | 'test.passed' | 'test.failed'> as TraceEvent;
}

function testObserved(c: ByteCursor, event: 'test.observed'): TraceEvent | undefined {
  let fact: EventOf<'test.observed'>['fact'] | undefined;
  let ofTerm: EventOf<'test.observed'>['ofTerm'] | undefined;
  let index: EventOf<'test.observed'>['index'] | undefined;
  let count: EventOf<'test.observed'>['count'] | undefined;
  let nodes: EventOf<'test.observed'>['nodes'] | undefined;
  let message: EventOf<'test.observed'>['message'] | undefined;
  if (c.placed) {
    fact = textAt(c, 90);
    ofTerm = integerAt(c, 91);
    index = integerAt(c, 63);
    count = integerAt(c, 92);
    nodes = textsAt(c, 16);
    message = textAt(c, 89);
  } else {
    const v = c.view;
    let p = c.at;
    fields: {
    if (v.getFloat64(p, true) === 1.164651611238929e-28 && v.getFloat64(p + 1, true) === 8.371778835429627e-144) { c.at = p + 9; fact = readText(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.6234390594639973e+219 && v.getFloat64(p + 2, true) === 1.1629404372691004e-28) { c.at = p + 10; ofTerm = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.2503794366103463e-142 && v.getFloat64(p + 1, true) === 1.1656396247067678e-28) { c.at = p + 9; index = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 1.0471813005156518e-142 && v.getFloat64(p + 1, true) === 1.1646622792212333e-28) { c.at = p + 9; count = readInteger(c); p = c.at; }
    if (v.getFloat64(p, true) === 9.941128035415124e-143 && v.getFloat64(p + 1, true) === 1.1644070295573407e-28) { c.at = p + 9; nodes = readTexts(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    if (v.getFloat64(p, true) === 9.719123284252553e+189 && v.getFloat64(p + 4, true) === 8.371705593334192e-144) { c.at = p + 12; message = readText(c); p = c.at; if (c.bytes[p] === 0x7d) break fields; }
    }
    if (!endsLine(c)) return undefined;
  }
  if (c.failed || fact === undefined) return undefined;
  return { event, time: c.time, node: c.node, seq: c.seq, inc: c.inc, term: c.term, role: c.role, group: c.group, run: c.run, caller: c.caller, fact, ofTerm, index, count, nodes, message, at: originOf(c) } satisfies EventOf<'test.observed'> as TraceEvent;
}

/** Every event, by its number. */
export const eventNames: readonly EventName[] = [
  'trace.started',
  'node.started',
  'node.stopped',
  'node.crashed',
  'timer.started',
  'timer.expired',
  'term.changed',
  'role.changed',
  'leader.recognized',
  'election.started',
  'vote.granted',
  'vote.denied',
  'vote.received',
  'message.sent',
  'message.received',
  'message.dropped',
  'message.duplicated',
  'entry.proposed',
  'append.accepted',
  'append.rejected',
  'log.appended',
  'log.truncated',
  'state.persisted',
  'progress.updated',
  'commit.advanced',
  'entry.applied',
  'command.executed',
  'snapshot.taken',
  'snapshot.sent',
  'snapshot.installed',
  'config.proposed',
  'config.appended',
  'config.committed',
  'config.applied',
  'transfer.started',
  'transfer.finished',
  'read.started',
  'read.served',
  'client.invoked',
  'client.returned',
  'lock.waiting',
  'lock.acquired',
  'lock.released',
  'fault.injected',
  'fault.cleared',
  'test.started',
  'test.observed',
  'test.passed',
  'test.failed',
];

/** Every key that a line may have at its top, by its number. */
export const keyNames: readonly string[] = [
  'event',
  'level',
  'pid',
  'hostname',
  'msg',
  'time',
  'node',
  'seq',
  'inc',
  'term',
  'role',
  'group',
  'run',
  'caller',
  'schema',
  'producer',
  'nodes',
  'config',
  'clock',
  'seed',
  'scenario',
  'votedFor',
  'commitIndex',
  'lastLogIndex',
  'lastLogTerm',
  'snapshotIndex',
  'snapshotTerm',
  'voters',
  'votersOutgoing',
  'learners',
  'cause',
  'timer',
  'timeoutMs',
  'elapsedMs',
  'from',
  'to',
  'source',
  'leader',
  'preVote',
  'candidate',
  'candidateLastLogIndex',
  'candidateLastLogTerm',
  'granted',
  'rpcTerm',
  'votes',
  'needed',
  'id',
  'kind',
  'candidateId',
  'voteGranted',
  'prevLogIndex',
  'prevLogTerm',
  'entries',
  'leaderCommit',
  'success',
  'matchIndex',
  'conflictIndex',
  'conflictTerm',
  'lastIncludedIndex',
  'lastIncludedTerm',
  'round',
  'askedAt',
  'bytes',
  'index',
  'entryTerm',
  'hash',
  'lastNewIndex',
  'firstIndex',
  'fromIndex',
  'lastIndex',
  'currentTerm',
  'peer',
  'nextIndex',
  'acks',
  'client',
  'clientSeq',
  'target',
  'mode',
  'readIndex',
  'op',
  'key',
  'value',
  'ok',
  'lock',
  'thread',
  'heldMs',
  'fault',
  'links',
  'test',
  'message',
  'fact',
  'ofTerm',
  'count',
];

/** The number of the key that names the event. */
export const keyOfEvent = 0;

type EventDecoder = (c: ByteCursor, event: EventName) => TraceEvent | undefined;

/** Reads the fields of an event, by its number; undefined where the line is not read here. */
export const eventDecoders: readonly EventDecoder[] = [
  traceStarted,
  nodeStarted,
  nodeStopped,
  nodeCrashed,
  timerStarted,
  timerExpired,
  termChanged,
  roleChanged,
  leaderRecognized,
  electionStarted,
  voteGranted,
  voteDenied,
  voteReceived,
  messageSent,
  messageSent,
  messageSent,
  messageSent,
  entryProposed,
  appendAccepted,
  appendRejected,
  logAppended,
  logTruncated,
  statePersisted,
  progressUpdated,
  commitAdvanced,
  entryApplied,
  commandExecuted,
  snapshotTaken,
  snapshotTaken,
  snapshotTaken,
  configProposed,
  configProposed,
  configProposed,
  configProposed,
  transferStarted,
  transferFinished,
  readStarted,
  readServed,
  clientInvoked,
  clientReturned,
  lockWaiting,
  lockAcquired,
  lockReleased,
  faultInjected,
  faultInjected,
  testStarted,
  testObserved,
  testStarted,
  testStarted,
] as readonly ((c: ByteCursor, event: never) => TraceEvent | undefined)[] as EventDecoder[];
