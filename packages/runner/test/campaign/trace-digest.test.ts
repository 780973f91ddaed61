import { type Core, core } from '@raftlens/core';
import { findScenario } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runSeed } from '../../src/campaign/run-seed.ts';
import { createTraceDigest } from '../../src/campaign/trace-digest.ts';

function digestOf(events: readonly TraceEvent[]): string {
  const digest = createTraceDigest();
  for (const event of events) digest.observe(event);
  return digest.value();
}

/** A run of the first lab test. */
function digestOfRun(tested: Core, seed: number): string {
  const scenario = findScenario('TestInitialElection2A');
  if (scenario === undefined) throw new Error('no such scenario');
  const digest = createTraceDigest();
  runSeed({ scenario, core: tested, seed, observe: digest.observe });
  return digest.value();
}

/** A trace in which nothing but these words can differ. */
function saying(messages: readonly string[]): readonly TraceEvent[] {
  return messages.map((message, index) => ({
    event: 'test.started',
    time: 1_000 + index,
    run: 'r',
    test: 't',
    message,
  }));
}

const trace = fc.array(fc.string({ unit: 'binary-ascii', minLength: 1 }), {
  minLength: 1,
  maxLength: 8,
});

test('the digest has the number of events', () => {
  expect(digestOf([])).toMatch(/^0:[0-9a-f]+$/);
  expect(digestOf(saying(['a', 'b', 'c']))).toMatch(/^3:[0-9a-f]+$/);
});

test('equal traces have equal digests', () => {
  fc.assert(
    fc.property(trace, (messages) => {
      expect(digestOf(saying([...messages]))).toBe(digestOf(saying(messages)));
    }),
  );
});

test('one changed character anywhere gives another digest', () => {
  const place = fc.record({ event: fc.nat(), at: fc.nat(), by: fc.integer({ min: 1, max: 127 }) });
  fc.assert(
    fc.property(trace, place, (messages, { event, at, by }) => {
      const index = event % messages.length;
      const changed = messages.with(index, withChanged(messages[index] ?? '', at, by));
      expect(digestOf(saying(changed))).not.toBe(digestOf(saying(messages)));
    }),
  );
});

/** The text with another character of ASCII at one place. */
function withChanged(text: string, place: number, by: number): string {
  const at = place % text.length;
  const code = (text.charCodeAt(at) + by) % 128;
  return `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at + 1)}`;
}

test('a lost event, a repeated one and two in another order give other digests', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 8 }), (messages) => {
      const events = saying(messages);
      const [first, second, ...rest] = events;
      if (first === undefined || second === undefined) throw new Error('too few events');
      const others = [
        [second, ...rest],
        [first, ...events],
        [second, first, ...rest],
      ];
      for (const other of others) expect(digestOf(other)).not.toBe(digestOf(events));
    }),
  );
});

test('the correct core gives each seed one digest, and each seed its own', () => {
  const seeds = [1, 2, 3, 4, 5];
  const digests = seeds.map((seed) => digestOfRun(core, seed));
  expect(seeds.map((seed) => digestOfRun(core, seed))).toEqual(digests);
  expect(new Set(digests).size).toBe(seeds.length);
});

test('a core that takes its chances from a counter of its own gives one seed two digests', () => {
  let drawn = 0;
  const random = (): number => {
    drawn += 1;
    return (drawn % 97) / 97;
  };
  const counting: Core = {
    ...core,
    createServer: (options, now) => core.createServer({ ...options, random }, now),
  };
  expect(digestOfRun(counting, 1)).not.toBe(digestOfRun(counting, 1));
});
