import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteDecoder, decodeLine, encodeEvent, type TraceEvent } from '../../src/index.ts';
import { anyEvent } from './any-event.ts';
import { blockOf } from './block-of.ts';

const decoder = createByteDecoder({ file: 'a.log', keepText: true });

/** What the decoder makes of a line that stands alone in a file. */
function decode(line: string | Uint8Array): TraceEvent | undefined {
  decoder.load(blockOf(Buffer.concat([Buffer.from(line as string), Buffer.of(10)])));
  return decoder.decode(0, 1);
}

/** What `decodeLine` makes of it; undefined where that is no event. */
function expected(text: string): TraceEvent | undefined {
  const outcome = decodeLine(text, { file: 'a.log', line: 1, text, offset: 0 });
  return outcome.kind === 'event' ? outcome.event : undefined;
}

/** Settings are left to `decodeLine`, as a line has them once in a trace. */
function isRare(event: TraceEvent): boolean {
  return event.event === 'trace.started' && event.config !== undefined;
}

test('reads what encodeEvent writes', () => {
  fc.assert(
    fc.property(anyEvent, fc.boolean(), (event, msg) => {
      const line = encodeEvent(event, { msg });
      expect(decode(line)).toEqual(isRare(event) ? undefined : expected(line));
    }),
    { numRuns: 2000 },
  );
});

const foreign = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 });

test('reads keys in any order, between foreign ones, and with blanks', () => {
  const property = fc.property(
    anyEvent,
    foreign,
    fc.constantFrom('', ' ', '\t'),
    fc.infiniteStream(fc.nat()),
    (event, others, blank, weights) => {
      const members = Object.entries({ ...others, ...JSON.parse(encodeEvent(event)) })
        .map(([key, value]) => `${JSON.stringify(key)}:${blank}${JSON.stringify(value)}`)
        .map((member) => [weights.next().value, member] as const)
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, member]) => member);
      const line = `{${members.join(`,${blank}`)}}${blank}`;
      const hasEscapedKey = Object.keys(others).some((key) => JSON.stringify(key).includes('\\'));
      const found = decode(line);
      if (found !== undefined || !(isRare(event) || hasEscapedKey)) {
        expect(found).toEqual(expected(line));
      }
    },
  );
  fc.assert(property, { numRuns: 1000 });
});

/** Pieces that a line may be damaged with, likely to be nearly right. */
const spoils = fc.constantFrom(
  ...['"', '\\', ',', ':', '{', '}', '[', ']', '0', '00', '-', '.', 'e1', '1e999', 'null', 'true'],
  ...[' ', '\t', '\r', '\u0000', '\u007f', 'é', '\\u00e9', '\\ud800', '9007199254740993', '-0'],
  ...['"term":1,', '"term":null,', '"event":"x",', '"__proto__":1,', '"entries":[],', '1.50'],
);

test('never differs from decodeLine on damaged lines', () => {
  const property = fc.property(
    anyEvent,
    fc.array(fc.tuple(fc.nat(), fc.nat(6), spoils), { minLength: 1, maxLength: 3 }),
    (event, spoilt) => {
      let line = encodeEvent(event);
      for (const [at, cut, put] of spoilt) {
        const place = at % (line.length + 1);
        line = line.slice(0, place) + put + line.slice(place + cut);
      }
      const found = decode(line);
      // A surrogate pair may have been cut.
      line = Buffer.from(line).toString();
      if (found !== undefined) {
        // A `\r` before the line feed is of the line end, for every reader of lines.
        expect(found).toEqual(expected(line.endsWith('\r') ? line.slice(0, -1) : line));
      }
    },
  );
  fc.assert(property, { numRuns: 5000 });
});

test('never differs from decodeLine on any JSON', () => {
  const member = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>('node.crashed', 5, 'n1', 'leader'),
  );
  const keys = fc.constantFrom('event', 'time', 'node', 'term', 'role', 'cause', 'level', 'x');
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, member), { maxLength: 8 }), (members) => {
      const head = '"event":"node.crashed","time":1';
      const rest = members.map(([key, value]) => `"${key}":${JSON.stringify(value)}`);
      const line = `{${[head, ...rest].join(',')}}`;
      const found = decode(line);
      if (found !== undefined) expect(found).toEqual(expected(line));
    }),
    { numRuns: 2000 },
  );
});

test('any bytes are no event or the same one', () => {
  fc.assert(
    fc.property(anyEvent, fc.array(fc.tuple(fc.nat(), fc.nat(255))), (event, changes) => {
      const bytes = Buffer.from(encodeEvent(event));
      for (const [at, value] of changes) if (value !== 10) bytes[at % bytes.length] = value;
      const found = decode(bytes);
      if (found !== undefined) expect(found).toEqual(expected(bytes.toString()));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  '1600000094660.615',
  '0',
  '0.1',
  '0.30000000000000004',
  '9007199254740991',
  '9007199254740993',
  '123456789012345678',
  '1.7976931348623157e308',
  '1e999',
  '-1',
  '-0',
  '01',
  '1.',
  '.5',
  '4503599627370.497',
  '0.0000000000000001',
])('time %s is as JSON has it, or is left alone', (time) => {
  const line = `{"level":30,"time":${time},"event":"node.crashed"}`;
  const found = decode(line);
  if (found !== undefined) expect(found).toEqual(expected(line));
  else expect(time).toMatch(/^-|e|^0\d|\.$|^\.|\d{17}|^9007199254740993$/);
});

test('says where each line of a block stands, and goes on to the next', () => {
  const events: readonly TraceEvent[] = [
    { event: 'node.crashed', time: 1, node: 'n1' },
    { event: 'node.stopped', time: 2.5, node: 'n2', cause: 'é' },
  ];
  const lines = events.map((event) => `${encodeEvent(event)}\r\n`);
  const shy = createByteDecoder({ file: 'b.log', keepText: false });
  shy.load(blockOf(lines.join(''), 1000));
  const first = shy.decode(0, 7);
  expect(shy.next()).toBe(lines[0]?.length);
  const second = shy.decode(shy.next(), 8);
  expect([first, second]).toEqual([
    { ...events[0], at: { file: 'b.log', line: 7, offset: 1000 } },
    { ...events[1], at: { file: 'b.log', line: 8, offset: 1000 + Number(lines[0]?.length) } },
  ]);
});

test('a text that was read before is the same one only if all of it is', () => {
  const causes = ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdefgh', 'abcdefg', '', 'b'];
  for (const cause of [...causes, ...causes]) {
    expect(decode(encodeEvent({ event: 'node.crashed', time: 1, cause }))).toMatchObject({ cause });
  }
  for (let number = 0; number < 50_000; number += 1) {
    const cause = `n1.0.${number}`;
    const found = decode(encodeEvent({ event: 'node.crashed', time: 1, cause }));
    if (found?.event !== 'node.crashed' || found.cause !== cause) expect(found).toBe(cause);
  }
});

test('lines that begin or go on as those before do are read as if they stood alone', () => {
  const some = <Value>(...all: Value[]): fc.Arbitrary<Value | undefined> =>
    fc.constantFrom(...all, ...all, undefined);
  const run = some('T', 'TestA', 'TestAé', 'x'.repeat(70));
  const line = fc.record({
    head: fc.constantFrom('"level":30,', '"level":40,', ''),
    time: fc.constantFrom(1, 1600000000420.421, 1600000000420.422, 12, 1e21),
    node: some('n1', 'n2', 'node-1', 'node-2'),
    seq: some(1, 10),
    inc: some(0, 1),
    term: some(1, 12, 123),
    role: some('leader', 'candidate'),
    group: some('g', '1'),
    run,
    caller: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, run),
    swapped: fc.nat(9).map((chance) => chance === 0),
  });
  const read = createByteDecoder({ file: 'a.log', keepText: false });
  const property = fc.property(fc.array(line, { minLength: 2, maxLength: 12 }), (lines) => {
    const texts = lines.map(({ head, time, swapped, ...rest }) => {
      const members = JSON.stringify({ event: 'node.crashed', ...rest }).slice(1);
      const start = `${head}"time":${time},`;
      return swapped ? `{${members.slice(0, -1)},${start.slice(0, -1)}}` : `{${start}${members}`;
    });
    read.load(blockOf(`${texts.join('\n')}\n`));
    let start = 0;
    for (const [index, text] of texts.entries()) {
      const place = { file: 'a.log', line: index + 1, offset: start };
      const outcome = decodeLine(text, { ...place, text });
      const found = read.decode(start, index + 1);
      if (found !== undefined) {
        const event = { ...found, at: { ...place, text } };
        expect(outcome).toMatchObject({ kind: 'event' });
        expect(outcome.kind === 'event' && outcome.event).toEqual(event);
      } else expect(text).toMatch(/e\+21/);
      start += Buffer.byteLength(text) + 1;
    }
  });
  fc.assert(property, { numRuns: 1000 });
});
