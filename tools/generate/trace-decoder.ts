import type { EventSpec, FieldSpec, FieldType, MessageKind, Role } from '@raftlens/trace';
// Not by the package's name: its index loads the very file that is made here.
import { catalogue } from '../../packages/trace/src/catalogue.ts';
import { envelopeFields } from '../../packages/trace/src/envelope-fields.ts';
import type { Target } from './target.ts';

/** How a field of each shape is read: `readX` after its key, `xAt` by its place. */
const readers: Readonly<
  Record<FieldType, { readonly opening: string; readonly read: string; readonly at: string }>
> = {
  text: { opening: '"', read: 'readText', at: 'textAt' },
  integer: { opening: '', read: 'readInteger', at: 'integerAt' },
  number: { opening: '', read: 'readNumber', at: 'numberAt' },
  flag: { opening: '', read: 'readFlag', at: 'flagAt' },
  texts: { opening: '', read: 'readTexts', at: 'textsAt' },
  role: { opening: '"', read: 'readWrittenRole', at: 'roleAt' },
  kind: { opening: '"', read: 'readWrittenKind', at: 'kindAt' },
  entries: { opening: '', read: 'readEntries', at: 'entriesAt' },
  links: { opening: '', read: 'readLinks', at: 'linksAt' },
  range: { opening: '', read: '', at: 'rareAt' },
  settings: { opening: '', read: '', at: 'rareAt' },
};

/** Fields whose texts are of a kind of their own. */
const ownReaders: Readonly<Record<string, string>> = { hash: 'readHash', id: 'readId' };

/** Fields that are the same on most lines, and where the cursor keeps them. */
const sameFields: Readonly<Record<string, string>> = { group: 'sameGroup', run: 'sameRun' };

/** The words that most lines have are looked for before the others. */
const commonRoles: readonly Role[] = ['follower', 'leader'];
const commonKinds: readonly MessageKind[] = ['AppendEntries', 'AppendEntriesResponse'];

/** What pino writes beside the event. */
const pinoKeys = ['level', 'pid', 'hostname', 'msg'];

const allFields: Readonly<Record<string, FieldSpec>> = Object.assign(
  {},
  envelopeFields,
  ...Object.values<EventSpec>(catalogue).map(({ fields }) => fields),
);

/** More than ten for each event, so that a hash without collisions is soon found. */
const eventSlots = 512;

/** Every key that a line may have at its top, numbered by where it stands. */
const keys = ['event', ...pinoKeys, ...Object.keys(allFields)];

/**
 * The byte decoder's straight-line code, one function for each set of fields.
 *
 * A key is told by comparing eight bytes at a time with what `encodeEvent` writes; the same object
 * literal is filled where the keys come in another order, so that the events have one shape.
 */
export const traceDecoder: Target = {
  path: 'packages/trace/src/bytes/event-decoders.gen.ts',
  content: () => {
    const functions = [...eventsByFields()].map(([fields, names]) => decoder(names, fields));
    const words = [writtenWord('Role', commonRoles), writtenWord('Kind', commonKinds)];
    const parts = [head(), eventName(), ...words, envelope(), ...functions, tables()];
    const body = parts.join('\n');
    return `${imports(body)}\n${body}`;
  },
};

/** Events that share one set of fields share one function. */
function eventsByFields(): ReadonlyMap<EventSpec['fields'], readonly string[]> {
  const groups = new Map<EventSpec['fields'], string[]>();
  for (const [name, { fields }] of Object.entries<EventSpec>(catalogue)) {
    groups.set(fields, [...(groups.get(fields) ?? []), name]);
  }
  return groups;
}

function imports(body: string): string {
  const used = (module: string, names: readonly string[]): string => {
    const found = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body)).sort();
    return found.length === 0 ? '' : `import { ${found.join(', ')} } from './${module}.ts';\n`;
  };
  const byPlace = [...new Set(Object.values(readers).map(({ at }) => at))];
  const values = ['readEntries', 'readFlag', 'readKind', 'readLinks', 'readRole', 'readTexts'];
  return `// Made by tools/generate from the catalogue: change that, and run \`pnpm fix\`.
import type { EventName, EventOf, TraceEvent } from '../trace-event.ts';
import type { MessageKind } from '../message-kind.ts';
import type { Role } from '../role.ts';
import type { ByteCursor } from './byte-cursor.ts';
${[
  used('end-line', ['endsLine', 'originOf']),
  used('read-number', ['readInteger', 'readNumber']),
  used('read-placed', byPlace),
  used('read-text', ['readHash', 'readId', 'readText']),
  used('same-bytes', ['isSame', 'keepSame']),
  used('same-tail', ['keepTail', 'readSameTail', 'tailOf']),
  used('same-text', ['readSameText']),
  used('read-values', values),
].join('')}`;
}

function head(): string {
  return `/** Reads level (any of two digits, or none), time and the key of the event. */
export function readHead(c: ByteCursor, start: number): boolean {
  const v = c.view;
  if (isSame(v, start, c.sameHead)) {
    c.at = start + c.sameHead.length;
    return true;
  }
  c.sameHead.length = 0;
  let p = start;
  if (${matches('{"level":')}) {
    if (!isDigit(c.bytes[p + 9], 0x31) || !isDigit(c.bytes[p + 10], 0x30)) return false;
    p += 11;
    if (c.bytes[p] !== 0x2c) return false;
  } else if (c.bytes[p] !== 0x7b) return false;
  p += 1;
  if (!(${matches('"time":')})) return false;
  c.at = p + 7;
  c.time = readNumber(c);
  p = c.at;
  if (!(${matches(',"event":"')})) return false;
  c.at = p + 10;
  // The time that was read is that of the head.
  keepSame(v, start, c.failed ? 0 : c.at - start, c.sameHead);
  return true;
}

function isDigit(byte: number | undefined, least: number): boolean {
  return byte !== undefined && byte >= least && byte <= 0x39;
}
`;
}

/** Reads a word of a closed set, of which a few are far more common than the others. */
function writtenWord(what: 'Role' | 'Kind', common: readonly string[]): string {
  const tests = common.map((word) => {
    const written = `${word}"`;
    return `  if (${matches(written)}) { c.at = p + ${written.length}; return '${word}'; }`;
  });
  const type = what === 'Role' ? 'Role' : 'MessageKind';
  return `function readWritten${what}(c: ByteCursor): ${type} | undefined {
  const v = c.view;
  const p = c.at;
${tests.join('\n')}
  return read${what}(c);
}
`;
}

/** Tells events apart by twelve of their first bytes, which no two have in common. */
function eventName(): string {
  const names = Object.keys(catalogue);
  const factor = perfectFactor(names);
  const slots = new Array<number>(eventSlots).fill(0);
  for (const [number, name] of names.entries()) slots[slotOf(name, factor)] = number + 1;
  const cases = names.map((name, number) => {
    const written = `${name}"`;
    const then = `{ c.at = p + ${written.length}; return ${number}; }`;
    return `    case ${number}: if (${matches(written)}) ${then} return -1;`;
  });
  return `/** The slot of each event's number, plus one, by a hash without collisions. */
const eventSlots = new Uint8Array([${slots.join(', ')}]);

/** Reads the name of an event, its opening quote passed, and gives its number, or −1. */
export function readEventName(c: ByteCursor): number {
  const v = c.view;
  const p = c.at;
  const head = v.getInt32(p, true) ^ Math.imul(v.getInt32(p + 4, true), 31);
  const hash = Math.imul(head ^ Math.imul(v.getInt32(p + 7, true), 17), ${factor});
  switch ((eventSlots[hash >>> ${32 - Math.log2(eventSlots)}] ?? 0) - 1) {
${cases.join('\n')}
    default: return -1;
  }
}
`;
}

/** The first odd factor that spreads the names over the slots without a collision. */
function perfectFactor(names: readonly string[]): number {
  for (let factor = 0x9e3779b1; ; factor = (factor + 2) >>> 0) {
    if (new Set(names.map((name) => slotOf(name, factor))).size === names.length) return factor;
  }
}

function slotOf(name: string, factor: number): number {
  const head = wordAt(name, 0) ^ Math.imul(wordAt(name, 4), 31);
  const hash = Math.imul(head ^ Math.imul(wordAt(name, 7), 17), factor);
  return hash >>> (32 - Math.log2(eventSlots));
}

/** Four letters as one number, the first the lowest. */
function wordAt(text: string, start: number): number {
  const letters = Uint8Array.from(text.slice(start, start + 4), (letter) => letter.charCodeAt(0));
  return new DataView(letters.buffer).getInt32(0, true);
}

function envelope(): string {
  const { time, ...others } = envelopeFields;
  const specs = Object.entries(others);
  const placed = specs.map(([name, { type }]) => `    c.${name} = ${byPlace(name, type)};`);
  const written = (part: readonly (readonly [string, FieldSpec])[]): string =>
    part
      .map(([name, spec]) => `  if ${reading(name, spec, `c.${name}`)} else c.${name} = undefined;`)
      .join('\n');
  return `/** Reads what every event has, once its name is known. */
export function readEnvelope(c: ByteCursor): void {
  if (c.placed) {
    const time = ${byPlace('time', time.type)};
    c.sameHead.length = 0;
    if (time === undefined) c.failed = true;
    else c.time = time;
${placed.join('\n')}
    return;
  }
  const v = c.view;
  let p = c.at;
${written(specs.filter(([name]) => name === 'node'))}
  const tail = tailOf(c, p);
${written(specs.filter(([name]) => name === 'seq'))}
  if (tail !== undefined && readSameTail(c, tail)) return;
  const start = p;
${written(specs.filter(([name]) => name !== 'node' && name !== 'seq'))}
  if (tail !== undefined) keepTail(c, start, tail);
}
`;
}

function decoder(names: readonly string[], fields: EventSpec['fields']): string {
  const type = names.map((name) => `'${name}'`).join(' | ');
  const specs = Object.entries(fields);
  const declared = specs.map(
    ([name]) => `  let ${variable(name)}: EventOf<${type}>['${name}'] | undefined;`,
  );
  const placed = specs.map(
    ([name, spec]) => `    ${variable(name)} = ${byPlace(name, spec.type)};`,
  );
  const written = specs
    .filter(([, { type: shape }]) => readers[shape].read !== '')
    .map(([name, spec], place) => {
      const read = reading(name, spec, variable(name));
      return `    if ${place < fewFields ? read : read.replace(/ }$/, ` ${done} }`)}`;
    });
  const mayEnd = written.some((line) => line.includes(done));
  const required = specs.filter(([, spec]) => spec.required === true);
  const wrong = ['c.failed', ...required.map(([name]) => `${variable(name)} === undefined`)];
  const members = specs.map(([name]) =>
    variable(name) === name ? name : `${name}: ${variable(name)}`,
  );
  const own = ['event', 'time: c.time', ...envelopeMembers(), ...members, 'at: originOf(c)'];
  return `function ${functionName(names)}(c: ByteCursor, event: ${type}): TraceEvent | undefined {
${declared.join('\n')}
  if (c.placed) {
${placed.join('\n')}
  } else {
    const v = c.view;
    let p = c.at;
${mayEnd ? `    fields: {\n${written.join('\n')}\n    }` : written.join('\n')}
    if (!endsLine(c)) return undefined;
  }
  if (${wrong.join(' || ')}) return undefined;
  return { ${own.join(', ')} } satisfies EventOf<${type}> as TraceEvent;
}
`;
}

function envelopeMembers(): readonly string[] {
  return Object.keys(envelopeFields)
    .filter((name) => name !== 'time')
    .map((name) => `${name}: c.${name}`);
}

function tables(): string {
  const rows = Object.entries<EventSpec>(catalogue).map(([, { fields }]) => {
    const names = eventsByFields().get(fields) ?? [];
    return `  ${functionName(names)},`;
  });
  return `/** Every event, by its number. */
export const eventNames: readonly EventName[] = [
${Object.keys(catalogue)
  .map((name) => `  '${name}',`)
  .join('\n')}
];

/** Every key that a line may have at its top, by its number. */
export const keyNames: readonly string[] = [
${keys.map((name) => `  '${name}',`).join('\n')}
];

/** The number of the key that names the event. */
export const keyOfEvent = ${keys.indexOf('event')};

type EventDecoder = (c: ByteCursor, event: EventName) => TraceEvent | undefined;

/** Reads the fields of an event, by its number; undefined where the line is not read here. */
export const eventDecoders: readonly EventDecoder[] = [
${rows.join('\n')}
] as readonly ((c: ByteCursor, event: never) => TraceEvent | undefined)[] as EventDecoder[];
`;
}

/** Where an event has more fields than these, it is looked whether the line is over. */
const fewFields = 4;

const done = 'if (c.bytes[p] === 0x7d) break fields;';

/** The condition that the key of a field comes next, and what reads its value into `target`. */
function reading(name: string, spec: FieldSpec, target: string): string {
  const { opening, read } = readers[spec.type];
  const key = `,"${name}":${opening}`;
  const advance = `c.at = p + ${key.length};`;
  const same = sameFields[name];
  const reader = ownReaders[name] ?? read;
  const value = same === undefined ? `${reader}(c)` : `readSameText(c, c.${same})`;
  return `(${matches(key)}) { ${advance} ${target} = ${value}; p = c.at; }`;
}

function byPlace(name: string, type: FieldType): string {
  return `${readers[type].at}(c, ${keys.indexOf(name)})`;
}

/** A field that has the name of something else in the function. */
function variable(name: string): string {
  return ['c', 'v', 'p', 'event'].includes(name) ? `${name}_` : name;
}

/** The expression that tells whether these bytes stand at `p`: words of eight, or of four. */
function matches(text: string): string {
  const size = text.length >= 8 ? 8 : 4;
  const starts: number[] = [];
  for (let start = 0; start + size <= text.length; start += size) starts.push(start);
  if (text.length % size !== 0) starts.push(text.length - size);
  return starts.map((start) => wordMatches(text.slice(start, start + size), start)).join(' && ');
}

function wordMatches(word: string, start: number): string {
  const view = new DataView(Uint8Array.from(word, (letter) => letter.charCodeAt(0)).buffer);
  const place = start === 0 ? 'p' : `p + ${start}`;
  return word.length === 8
    ? `v.getFloat64(${place}, true) === ${view.getFloat64(0, true)}`
    : `v.getInt32(${place}, true) === ${view.getInt32(0, true)}`;
}

/** `vote.granted` becomes `voteGranted`; a shared function has the name of its first event. */
function functionName(names: readonly string[]): string {
  return (names[0] ?? '').replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase());
}
