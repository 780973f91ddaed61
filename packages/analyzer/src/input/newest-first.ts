import { Buffer } from 'node:buffer';

/** So much of a file tells whether its newest lines come first. */
const headBytes = 64 * 1024;
/** A file that is longer is not turned round: it would have to be held as a whole. */
const longest = 256 * 1024 * 1024;
const leastSteps = 3;

const lineFeed = 0x0a;
const stamp = /\d{4}([-/])\d\d\1\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?/;

/** The bytes of a file with its lines in the order of time. */
export interface OldestFirst {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How many lines there are, where they were turned round: the first is the last of the file. */
  readonly turned: number | undefined;
}

/** Turns round what has its newest lines first, as exports of log stores have. */
export async function oldestFirst(chunks: AsyncIterable<Uint8Array>): Promise<OldestFirst> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let length = 0;
  /** What went wrong is told behind what was there before. */
  let failed: { readonly error: unknown } | undefined;
  const take = async (upTo: number): Promise<boolean> => {
    while (length < upTo && failed === undefined) {
      try {
        const next = await iterator.next();
        if (next.done === true) return true;
        // A source may overwrite what it gave.
        held.push(Buffer.from(next.value));
        length += next.value.length;
      } catch (error) {
        failed = { error };
      }
    }
    return failed !== undefined;
  };
  async function* rest(): AsyncGenerator<Uint8Array, void, undefined> {
    if (failed !== undefined) throw failed.error;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const ended = await take(headBytes);
  const isTurned =
    isNewestFirst(Buffer.concat(held).toString('latin1', 0, headBytes), ended) &&
    (ended || (await take(longest)));
  if (!isTurned) return { chunks: inTurn(held, rest()), turned: undefined };
  const lines = linesOf(Buffer.concat(held));
  // In one piece, as the first piece tells whose log it is.
  const turned = Buffer.concat(lines.toReversed().map(withLineFeed));
  return { chunks: inTurn([turned], rest()), turned: lines.length };
}

/** Every step between times is back, and there are some. */
function isNewestFirst(head: string, ended: boolean): boolean {
  const lines = head.split('\n');
  if (!ended) lines.pop();
  let before: string | undefined;
  let steps = 0;
  for (const line of lines) {
    const time = stamp.exec(line.slice(0, 2000))?.[0].replaceAll('/', '-').replace('T', ' ');
    if (time === undefined) continue;
    const step = before === undefined ? 0 : compareAsShown(time, before);
    if (step > 0) return false;
    if (step < 0) steps += 1;
    before = time;
  }
  return steps >= leastSteps;
}

/** A program may have two clocks, one of them in whole seconds: they are compared in those. */
function compareAsShown(time: string, other: string): number {
  const length = Math.min(time.length, other.length);
  const [one, two] = [time.slice(0, length), other.slice(0, length)];
  return one < two ? -1 : Number(one > two);
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(lineFeed, start);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, next));
    start = next;
  }
  return lines;
}

function withLineFeed(line: Buffer): Buffer {
  return line.at(-1) === lineFeed ? line : Buffer.concat([line, Buffer.of(lineFeed)]);
}

async function* inTurn(
  held: readonly Buffer[],
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* held;
  yield* rest;
}
