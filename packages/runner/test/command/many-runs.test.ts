import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger, recordsOf } from '../../src/command/ledger.ts';
import { createRunIndices } from '../../src/command/run-indices.ts';
import { createRunTally } from '../../src/command/run-tally.ts';
import type { RunSpec, Supervisor } from '../../src/command/supervisor.ts';
import { loopIn } from './loop-in.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs that take no time at all: no process is made for them. */
const instant: Supervisor = {
  async run({ index, seed, folder: own }: RunSpec) {
    const log = join(own, 'output.log');
    writeFileSync(log, '');
    await new Promise((resolve) => setImmediate(resolve));
    return {
      ...{ index, seed, folder: own, log, startedAt: Date.now(), elapsedMs: 0 },
      outcome: index % 10_000 === 0 ? { kind: 'exited', code: 1 } : { kind: 'passed' },
      ...{ rss: undefined, cpu: undefined, dropped: 0, survivors: [] },
    };
  },
  active: () => [],
  stop: () => {},
  putBackYoungest: () => {},
  kill: () => {},
  suspend: () => {},
  resume: () => {},
  now: () => performance.now(),
  close: async () => [],
};

/** The bytes in use when all that can be freed is. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return getHeapStatistics().used_heap_size;
}

test('of a hundred thousand instant runs all are noted, and memory does not grow', async () => {
  const num = 100_000;
  const ledger = openLedger(folder, {
    ...{ schema: 'raft-loop-runs/1', command: ['true'], options: [], argv: '', start: 0, cwd: '/' },
  });
  const tally = createRunTally();
  let early = 0;
  const result = await loopIn(
    folder,
    'true',
    { num },
    {
      ...{ jobs: 4, tally, append: ledger.append, supervise: () => instant },
      onRun: () => {
        if (tally.runs === num / 10) early = heapInUse();
      },
    },
  );
  const late = heapInUse();
  ledger.close();

  expect([tally.runs, tally.passed, tally.failed]).toEqual([num, num - 10, 10]);
  expect(result.failures.map(({ index }) => index)).toEqual(
    Array.from({ length: 10 }, (_, at) => (at + 1) * 10_000),
  );
  const indices = createRunIndices();
  let lines = 0;
  for await (const { index } of recordsOf(folder)) {
    indices.add(index);
    lines += 1;
  }
  expect([lines, indices.size, indices.has(num)]).toEqual([num, num, true]);
  const kept = result.failures.map(({ index }) => `run-${index}`);
  expect(readdirSync(folder).sort()).toEqual([...kept, 'runs.jsonl'].sort());
  // A few bytes a run would be a leak.
  expect((late - early) / (0.9 * num)).toBeLessThan(10);
}, 300_000);
