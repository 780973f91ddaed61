import { Buffer } from 'node:buffer';
import { stripVTControlCharacters } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze, renderAnalysis } from '../src/index.ts';
import { createTimeline } from '../src/render/timeline.ts';
import { memorySource } from './memory-source.ts';
import { healthyTrace, nativeText } from './native-trace.ts';

/** All that may act on a terminal or turn text around, line ends of our own apart. */
const harmful =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

const runs = { numRuns: 60 };

/** Everything that people are shown of `content`: timeline and analysis. */
async function shown(name: string, content: string | Uint8Array, colour = false) {
  const timeline = createTimeline({ width: 80, colour });
  let text = '';
  const analysis = await analyze([memorySource(name, content, 1000)], {
    onEvents(events) {
      text += timeline.push(events);
    },
  });
  text += timeline.end() + (await renderAnalysis(analysis, { width: 80, colour }));
  return { analysis, text };
}

const evil = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202egnp.exe\u2066\u200f\r\n\u0000x';

/** Two leaders of one term, all of whose names are `evil`. */
const evilTrace: readonly TraceEvent[] = [
  { event: 'test.started', time: 0, run: evil, test: evil, message: evil },
  ...['1', '2'].map(
    (suffix): TraceEvent => ({
      event: 'role.changed',
      time: 1,
      node: evil + suffix,
      term: 1,
      to: 'leader',
      cause: evil,
      run: evil,
      group: evil,
    }),
  ),
  { event: 'fault.injected', time: 2, fault: evil, nodes: [evil], run: evil },
  { event: 'vote.granted', time: 3, node: `${evil}1`, term: 1, candidate: evil, run: evil },
  { event: 'test.observed', time: 4, fact: evil, message: evil, run: evil },
  { event: 'test.failed', time: 5, test: evil, message: evil, run: evil },
];

test('names from a trace cannot act on a terminal', async () => {
  const { analysis, text } = await shown(evil, nativeText(evilTrace));
  expect(analysis.findings.map(({ rule }) => rule)).toContain('election-safety');
  expect(text).not.toMatch(harmful);
  expect(text).toContain('\\u{1b}[2J');
  const coloured = await shown(evil, nativeText(evilTrace), true);
  expect(stripVTControlCharacters(coloured.text)).toBe(text);
});

test('neither can lines that are evidence, or are broken', async () => {
  const lines = [
    `2021/08/04 15:45:58 1: Election succeeded; I'm a leader now (term: 2) ${evil.slice(0, -4)}`,
    `2021/08/04 15:45:58 3: Election succeeded; I'm a leader now (term: 2) ${'long '.repeat(20_000)}`,
    `    config.go:389: term 2 has 2 (>1) leaders \u202e\u001b[31m`,
  ];
  const notes = await shown('notes.log', `${lines.join('\n')}\n`);
  expect(notes.analysis.findings.map(({ rule }) => rule)).toContain('election-safety');
  expect(notes.text).not.toMatch(harmful);
  expect(Math.max(...notes.text.split('\n').map((line) => line.length))).toBeLessThan(200);

  const trace = await shown('t.jsonl', `${nativeText(healthyTrace)}{"event":"\u001b[31m\u202e\n`);
  expect(trace.analysis.counts.broken).toBe(1);
  expect(trace.text).not.toMatch(harmful);
});

/** Lines that are nearly right are likelier to reach deep than noise is. */
const nearlyLines = fc
  .array(
    fc.oneof(
      fc.constantFrom(...nativeText(healthyTrace).split('\n')),
      fc.constantFrom(
        "2021/08/04 15:45:58 1: Election succeeded; I'm a leader now",
        'Test (2A): multiple elections ...',
        'DISCONNECTING  5 2 0',
        '--- FAIL: TestManyElections2A (0.47s)',
        '    config.go:389: term 2 has 2 (>1) leaders',
      ),
      fc.string({ unit: 'binary' }),
      fc.json(),
    ),
    { maxLength: 60 },
  )
  .map((lines) => Buffer.from(lines.join('\n')));

const flips = fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 0, max: 255 })), {
  maxLength: 20,
});

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  nearlyLines,
  nearlyLines.map((bytes) => gzipSync(bytes)),
);

test('any bytes are read, counted and shown', async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes, flips, async (bytes, changes) => {
      for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
      const { analysis, text } = await shown('any', bytes);
      for (const { counts } of [...analysis.files, analysis]) {
        expect(counts.events + counts.ignored + counts.broken).toBe(counts.lines);
      }
      expect(text).not.toMatch(harmful);
    }),
    runs,
  );
});

test('a trace with lines lost, doubled and out of order is judged', async () => {
  const lines = nativeText(healthyTrace).trimEnd().split('\n');
  const someOrder = fc.array(fc.nat(lines.length - 1), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(someOrder, async (order) => {
      const content = order.map((index) => `${lines[index]}\n`).join('');
      const { analysis, text } = await shown('mutant.jsonl', content);
      expect(analysis.counts).toEqual({
        lines: order.length,
        events: order.length,
        ignored: 0,
        broken: 0,
      });
      expect(text).toContain('Rules\n');
    }),
    runs,
  );
});

test('a line that deletes all of 2⁵³ entries costs no more than what is remembered', async () => {
  const server = { node: '__proto__', term: 1 };
  const last = Number.MAX_SAFE_INTEGER;
  const lines = [
    { time: 1, event: 'log.appended', ...server, firstIndex: last, entries: [{ term: 1 }] },
    { time: 2, event: 'commit.advanced', ...server, from: 0, to: last },
    { time: 3, event: 'log.truncated', ...server, fromIndex: 1 },
    { time: 4, event: 'snapshot.taken', ...server, index: last - 1, snapshotTerm: 1 },
  ];
  const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
  const source = memorySource('t.jsonl', text);
  // One that can be read a second time is looked at again to explain what failed.
  const again = { ...source, openAt: () => source.open() };
  const { findings, counts } = await analyze([again]);
  expect(counts).toMatchObject({ lines: 4, events: 4 });
  expect(findings.map(({ rule }) => rule)).toContain('truncates-committed');
});
