import { expect, test } from 'vitest';
import { readShard } from '../../src/shard/read-shard.ts';
import { isInShard, runsInShard } from '../../src/shard/shard.ts';

test('every run is in one shard, and shards are as long as they say', () => {
  for (const of of [1, 2, 3, 7, 256]) {
    const shards = Array.from({ length: of }, (_, at) => ({ index: at + 1, of }));
    for (let run = 1; run <= 300; run += 1) {
      expect(shards.filter((shard) => isInShard(run, shard))).toHaveLength(1);
    }
    const lengths = shards.map((shard) => runsInShard(300, shard));
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(300);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
  }
  expect(runsInShard(2, { index: 3, of: 4 })).toBe(0);
  expect(runsInShard(Number.POSITIVE_INFINITY, { index: 3, of: 4 })).toBe(Number.POSITIVE_INFINITY);
});

test.each<[string, Record<string, string>, string]>([
  ['2/8', {}, '2/8'],
  ['auto', { CI_NODE_INDEX: '3', CI_NODE_TOTAL: '8' }, '3/8 from CI_NODE_INDEX and CI_NODE_TOTAL'],
  [
    'auto',
    { CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '4' },
    '1/4 from CIRCLE_NODE_INDEX and CIRCLE_NODE_TOTAL',
  ],
  [
    'auto',
    { BUILDKITE_PARALLEL_JOB: '3', BUILDKITE_PARALLEL_JOB_COUNT: '4' },
    '4/4 from BUILDKITE_PARALLEL_JOB and BUILDKITE_PARALLEL_JOB_COUNT',
  ],
  ['auto/5', { JOB_COMPLETION_INDEX: '0' }, '1/5 from JOB_COMPLETION_INDEX'],
  [
    'auto',
    {
      SLURM_ARRAY_TASK_ID: '14',
      SLURM_ARRAY_TASK_COUNT: '3',
      SLURM_ARRAY_TASK_MIN: '10',
      SLURM_ARRAY_TASK_STEP: '2',
    },
    '3/3 from SLURM_ARRAY_TASK_ID and SLURM_ARRAY_TASK_COUNT',
  ],
  ['9/8', {}, '--shard 9/8: shards are numbered from 1 to their number'],
  ['0/8', {}, '--shard 0/8: shards are numbered from 1 to their number'],
  ['half', {}, '--shard takes i/n, auto or auto/n, not "half"'],
  [
    'auto',
    { JOB_COMPLETION_INDEX: '0' },
    '--shard auto: JOB_COMPLETION_INDEX is set, but not how many there are: say auto/n',
  ],
  [
    'auto',
    { CI_NODE_INDEX: '9', CI_NODE_TOTAL: '8' },
    '--shard 9/8: shards are numbered from 1 to their number (from CI_NODE_INDEX)',
  ],
  [
    'auto',
    {},
    '--shard auto: none of CI_NODE_INDEX, CIRCLE_NODE_INDEX, BUILDKITE_PARALLEL_JOB, ' +
      'JOB_COMPLETION_INDEX, SLURM_ARRAY_TASK_ID is set',
  ],
])('%s of %j: %s', (words, environment, outcome) => {
  const read = readShard(words, environment);
  if (typeof read === 'string') return void expect(read).toBe(outcome);
  const from = read.from === undefined ? '' : ` from ${read.from}`;
  expect(`${read.shard.index}/${read.shard.of}${from}`).toBe(outcome);
});
