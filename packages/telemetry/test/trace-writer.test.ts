import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTraceWriter } from '../src/index.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftlens-writer-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function event(seq: number): TraceEvent {
  const time = 1_767_225_600_000 + seq / 8;
  return { time, event: 'node.stopped', node: 'n1', seq, cause: `stop → ${seq} ✂` };
}

test('writes every event as its line, over many buffers', () => {
  const path = join(folder, 'many.jsonl');
  const events = Array.from({ length: 5_000 }, (_, seq) => event(seq));
  const writer = openTraceWriter(path);
  for (const each of events) writer.write(each);
  expect(statSync(path).size).toBeGreaterThan(64 * 1024);
  writer.close();
  writer.close();
  expect(readFileSync(path, 'utf8')).toBe(events.map((each) => `${encodeEvent(each)}\n`).join(''));
});

test('is closed by using, after an exception too', () => {
  const path = join(folder, 'using.jsonl');
  expect(() => {
    using writer = openTraceWriter(path);
    writer.write(event(1));
    throw new Error('the run broke');
  }).toThrow('the run broke');
  expect(readFileSync(path, 'utf8')).toBe(`${encodeEvent(event(1))}\n`);
});

test('says the path when it cannot open', () => {
  const path = join(folder, 'missing', 'trace.jsonl');
  expect(() => openTraceWriter(path)).toThrow(`${path}: cannot open: ENOENT`);
  expect(existsSync(path)).toBe(false);
});

test('says the path when it is written to after closing', () => {
  const path = join(folder, 'closed.jsonl');
  const writer = openTraceWriter(path);
  writer.close();
  expect(() => writer.write(event(1))).toThrow(`${path}: cannot write: it is closed`);
});
