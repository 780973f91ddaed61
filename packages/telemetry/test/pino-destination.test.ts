import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeLine, type TraceEvent } from '@raftlens/trace';
import { type LoggerOptions, pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logEvent, raftTraceDestination } from '../src/index.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftlens-pino-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One line of each event that there is. */
const samples = readFileSync(
  new URL('../../trace/samples/raft-trace-1.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n');

const optionsThatUsersHave: readonly [string, LoggerOptions][] = [
  ['the defaults', {}],
  ['no base', { base: null }],
  ['no time stamp', { timestamp: false }],
  ['ISO time stamps', { timestamp: pino.stdTimeFunctions.isoTime }],
  ['level names', { formatters: { level: (level) => ({ level }) } }],
];

test.each(optionsThatUsersHave)('every event survives a pino logger with %s', (_, options) => {
  const path = join(folder, 'round-trip.jsonl');
  const destination = raftTraceDestination(path);
  const logger = pino(options, destination);
  const events = samples.map((line) => decoded(line));
  for (const event of events) logEvent(logger, event);
  destination.close();
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  expect(lines.map((line) => decodeLine(line))).toEqual(
    events.map((event) => ({ kind: 'event', event, extras: 0 })),
  );
  for (const line of lines) expect(line.match(/"time":/g)).toHaveLength(1);
});

test('writes the level, the rendering, and lines that are no events as pino made them', () => {
  const path = join(folder, 'lines.jsonl');
  {
    using destination = raftTraceDestination(path);
    const logger = pino({ base: null, timestamp: () => ',"time":17' }, destination);
    logEvent(logger.child({ run: '7' }), {
      time: 1_767_225_600_271.75,
      event: 'test.failed',
      test: '100% of %s',
      at: { file: 'elsewhere.log', line: 3 },
    });
    logger.info('listening');
  }
  expect(readFileSync(path, 'utf8')).toMatchInlineSnapshot(`
    "{"level":50,"run":"7","time":1767225600271.75,"event":"test.failed","test":"100% of %s","msg":"test \\"100% of %s\\" fails"}
    {"level":30,"time":17,"msg":"listening"}
    "
  `);
});

test('flush puts the lines on disk', () => {
  const path = join(folder, 'flushed.jsonl');
  using destination = raftTraceDestination(path);
  const logger = pino({ base: null, timestamp: false }, destination);
  logger.info('first');
  expect(readFileSync(path, 'utf8')).toBe('');
  logger.flush();
  expect(readFileSync(path, 'utf8')).toBe('{"level":30,"msg":"first"}\n');
});

function decoded(line: string): TraceEvent {
  const outcome = decodeLine(line);
  if (outcome.kind !== 'event') throw new Error(`not an event: ${line}`);
  return outcome.event;
}
