import { Buffer } from 'node:buffer';

/** Pieces that act on parsers and terminals. */
const hostile: readonly Buffer[] = [
  ...['"', '\\', '{', '}', '[', ']', ',', ':', '-', 'e9', '1e999', 'NaN', 'null', '\r', '\t'],
  ...['"__proto__":{"x":1},', '"event":"vote.granted",', '"term":9007199254740993,', '\\ud800'],
  ...['\u001b[2J', '\u001b]0;x\u0007', '\u202e', '\ufeff', '\u2028', '\u0000', 'x'.repeat(5000)],
].map((text) => Buffer.from(text));

/** A number below `limit`, by chance. */
export type Draw = (limit: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** So many of these lines, most of them damaged; each ends with the only line feed that it has. */
export function mutatedLines(lines: readonly Buffer[], count: number, draw: Draw): Buffer {
  const pieces: Buffer[] = [];
  for (let number = 0; number < count; number += 1) {
    let line = pick(lines, draw);
    for (let change = draw(4); change > 0; change -= 1) line = mutated(line, lines, draw);
    pieces.push(line, Buffer.of(10));
  }
  return Buffer.concat(pieces);
}

function mutated(line: Buffer, lines: readonly Buffer[], draw: Draw): Buffer {
  const at = draw(line.length + 1);
  const rest = line.subarray(at);
  switch (draw(6)) {
    case 0: {
      const changed = Buffer.from(line);
      if (at < line.length) changed[at] = noLineFeed(draw(256));
      return changed;
    }
    case 1:
      return line.subarray(0, at);
    case 2:
      return Buffer.concat([line.subarray(0, at), pick(hostile, draw), rest]);
    case 3: {
      const other = pick(lines, draw);
      return Buffer.concat([line.subarray(0, at), other.subarray(draw(other.length + 1))]);
    }
    case 4:
      return Buffer.concat([line.subarray(0, at), rest.subarray(draw(20))]);
    default:
      return Buffer.concat([line, rest]);
  }
}

function noLineFeed(byte: number): number {
  return byte === 10 ? 11 : byte;
}

function pick<Item>(items: readonly Item[], draw: Draw): Item {
  const item = items[draw(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
