import { core } from '@raftlens/core';
import { hostFaults, threadedCore } from '@raftlens/sim';
import { decodeLine, encodeEvent, type TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { digest, record } from '../trace-of.ts';

const seeds = Array.from({ length: 10 }, (_, index) => index + 1);
const recorded = seeds.map((seed) => ({ seed, ...record('threads', seed) }));

test.each(recorded)('a correct host passes with seed $seed', ({ result }) => {
  expect(result).toMatchObject({ passed: true });
});

test('equal seeds give equal bytes', () => {
  expect(digest(record('threads', 3).events)).toBe(digest(recorded[2]?.events ?? []));
});

test.each(recorded)('lines of locks and of the core share one counter: $seed', ({ events }) => {
  const last = new Map<string, number>();
  for (const { run, node, seq } of events) {
    if (node === undefined) continue;
    const server = `${run}/${node}`;
    const next = (last.get(server) ?? 0) + 1;
    if (seq !== next) expect(`${server} event ${seq}`).toBe(`${server} event ${next}`);
    last.set(server, next);
  }
});

test.each(recorded)('the lines can be read back, in the order of time: $seed', ({ events }) => {
  let before = 0;
  for (const event of events) {
    const line = encodeEvent(event);
    const outcome = decodeLine(line);
    if (outcome.kind !== 'event' || event.time < before) expect.fail(line);
    before = event.time;
  }
});

test.each(recorded)('one thread has the lock, and only under it the core works: $seed', (run) => {
  const holders = new Map<string, string>();
  let taken = 0;
  for (const event of run.events) {
    const server = `${event.run}/${event.node}`;
    const holder = holders.get(server);
    if (event.event === 'lock.acquired' && event.lock === 'mu') {
      if (holder !== undefined) expect.fail(`${event.thread} takes mu, which ${holder} has`);
      holders.set(server, event.thread ?? '');
      taken += 1;
    } else if (event.event === 'lock.released' && event.lock === 'mu') {
      expect(event.thread).toBe(holder);
      holders.delete(server);
    } else if (event.event === 'message.received' && holder === undefined) {
      expect.fail(`${event.node} receives without its lock`);
    }
  }
  expect(taken).toBeGreaterThan(500);
});

test('with nobody who watches it goes the same way', () => {
  const silent = record('threads', 4).result;
  expect(silent).toEqual(recorded[3]?.result);
});

/** The last lines of locks that the server which stands still wrote, threads that wait apart. */
function lastWords(events: readonly TraceEvent[], node: string, count: number): string {
  const lines = events.flatMap((event) =>
    event.node === node &&
    event.run === events.at(-1)?.run &&
    (event.event === 'lock.acquired' ||
      event.event === 'lock.released' ||
      (event.event === 'lock.waiting' && (event.lock !== 'mu' || event.thread === 'applier')))
      ? [`${event.thread} ${event.event} ${event.lock}`]
      : [],
  );
  return lines.slice(-count).join('\n');
}

const [blockingSend, earlyReturn] = hostFaults;

test('a send under the lock, while the receiver waits for it', () => {
  expect(record('threads', 55).result.passed).toBe(true);
  const { result, events } = record('threads', 55, threadedCore(core, blockingSend));
  expect(result.failure?.message).toBe('test took longer than 120 seconds');
  expect(lastWords(events, 'n1', 4)).toMatchInlineSnapshot(`
    "rpc-93 lock.released applyCh
    applier lock.acquired applyCh
    applier lock.waiting mu
    rpc-93 lock.waiting applyCh"
  `);
});

test('a reply of an old term, after which the lock is kept', () => {
  expect(record('threads', 7).result.passed).toBe(true);
  const { result, events } = record('threads', 7, threadedCore(core, earlyReturn));
  expect(result.failure?.message).toBe('test took longer than 120 seconds');
  expect(lastWords(events, 'n2', 3)).toMatchInlineSnapshot(`
    "timer-93 lock.acquired mu
    timer-93 lock.released mu
    rpc-94 lock.acquired mu"
  `);
});
