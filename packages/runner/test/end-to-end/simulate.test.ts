import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sometimesReached } from '@raftlens/invariants';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

/** A report without its analysis, and with other numbers: seeds may be dealt anew. */
function masked(stdout: string): string {
  return stdout
    .replace(/(\n {2}replay: .*\n)[\s\S]*?(?=\nTotal runs|\n\d+ runs? of)/, '$1(analysis)\n')
    .replace(/\bn\d\b/g, 'nX')
    .replace(/\b\d+\b/g, '0')
    .replace(/ +│/g, ' │')
    .replace(/─+/g, '─');
}

function trace(name: string): string {
  return readFileSync(join(place.folder, name), 'utf8');
}

test('the correct core passes, and leaves nothing', async () => {
  const { code, stdout, stderr } = await place.loop('--num', '20', '--until-fail');
  expect([code, stderr]).toEqual([0, '']);
  const [runs, proof, reached] = stdout.split('\n');
  expect([runs, proof]).toEqual([
    '20 runs of 2A, 0 failures',
    'With 95 % confidence fewer than 1 run in 7 fails; 9 more clean runs to claim < 1/10',
  ]);
  expect(reached).toMatch(/^Reached \d+ of \d+ parts of Raft; never: /);
  expect(stdout).not.toMatch(/vacuous|faults struck|same traces/);
  expect(existsSync(join(place.folder, '.raft-loop'))).toBe(false);
});

test('a summary of runs that pass', async () => {
  const { code, stdout } = await place.loop('--num', '20', '--summary', '--jobs', '1');
  expect(code).toBe(0);
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    'Total runs:\t20',
    'Successes:\t20',
    'Failures:\t0',
    'With 95 % confidence fewer than 1 run in 7 fails; 9 more clean runs to claim < 1/10',
  ]);
  const times = [...stdout.matchAll(/^│ ([a-z-]+) +│ (\d+) +│/gm)];
  expect(times.map(([, name]) => name)).toEqual(sometimesReached.map(({ name }) => name));
  expect(times.find(([, name]) => name === 'leader-elected')?.[2]).not.toBe('0');
});

test('a bug is hunted down, explained and replayed', async () => {
  const args = ['--bug', 'stale-vote', '--num', '1000', '--until-fail', '--summary'];
  const found = await place.loop(...args);
  expect([found.code, found.stderr]).toEqual([1, '']);
  expect(found.stdout).toMatch(/Likely bugs?\n {4}stale-vote \(/);
  expect(masked(found.stdout)).toMatchInlineSnapshot(`
    "✗ Run 0 (seed 0) failed: election-safety
      nX and nX were both leader in term 0; a term has at most one leader
      trace:   .raft-loop/2A-stale-vote-seed-0/trace.jsonl
      replay:  raft-loop --scenario 2A --bug stale-vote --seed 0 --num 0
    (analysis)

    Total runs:	0
    Successes:	0
    Failures:	0

    ┌─┬─┬─┬─┬─┐
    │ run │ seed │ rule │ term │ servers │
    ├─┼─┼─┼─┼─┤
    │ 0 │ 0 │ election-safety │ 0 │ nX, nX │
    └─┴─┴─┴─┴─┘

    Replay run 0:  raft-loop --scenario 2A --bug stale-vote --seed 0 --num 0
    0 % fail; 0 %: 0.0 % to 0.0 %
    "
  `);

  const [, replay = '', seed = ''] =
    /replay: {2}(raft-loop .* --seed (\d+) .*)/.exec(found.stdout) ?? [];
  const file = join('.raft-loop', `2A-stale-vote-seed-${seed}`, 'trace.jsonl');
  const bytes = trace(file);
  rmSync(join(place.folder, '.raft-loop'), { recursive: true });
  const again = await place.paste(replay);
  expect([again.code, again.stderr]).toEqual([1, '']);
  expect(again.stdout).toContain(`✗ Run 1 (seed ${seed}) failed: election-safety\n`);
  expect(trace(file)).toBe(bytes);
});

test('a replay writes to the folder, or to the file, that was named', async () => {
  const hunt = ['--bug', 'no-check-quorum', '--until-fail', '--num', '1'];
  const line = async (...args: readonly string[]): Promise<string | undefined> =>
    /replay: {2}(.*)/.exec((await place.loop(...hunt, ...args)).stdout)?.[1];
  const usual = 'raft-loop --scenario 2A --bug no-check-quorum --seed 1 --num 1';
  expect([await line('--out', 'my logs'), await line('--trace', 'a/b.jsonl')]).toEqual([
    `${usual} --out 'my logs'`,
    `${usual} --trace a/b.jsonl`,
  ]);
});

test('with --json there is JSON and nothing else', async () => {
  const args = ['--bug', 'stale-heartbeat-loop', '--num', '3', '--json', '--jobs', '2'];
  const { code, stdout, stderr } = await place.loop(...args);
  const report = JSON.parse(stdout);
  expect([code, stderr]).toEqual([1, '']);
  expect(report).toEqual({
    schema: 'raft-loop/1',
    what: '2A with stale-heartbeat-loop',
    runs: 3,
    passed: 0,
    failed: 3,
    rate: { low: expect.closeTo(0.2924, 4), high: 1, confidence: 0.95 },
    elapsedMs: expect.any(Number),
    interrupted: false,
    failures: [1, 2, 3].map((seed) => ({
      run: seed,
      seed,
      scenario: '2A',
      bug: 'stale-heartbeat-loop',
      rule: expect.any(String),
      term: expect.any(Number),
      nodes: expect.any(Array),
      message: expect.any(String),
      log: null,
      trace: `.raft-loop/2A-stale-heartbeat-loop-seed-${seed}/trace.jsonl`,
      replay: `raft-loop --scenario 2A --bug stale-heartbeat-loop --seed ${seed} --num 1`,
      capsule: seed === 1 ? expect.objectContaining({ parts: 1, servers: 2 }) : null,
      analysis: expect.objectContaining({ schema: 'raft-analysis/1', format: 'raft-trace' }),
    })),
    touched: {
      reached: expect.objectContaining({ election: expect.any(Number) }),
      faults: {},
      scenes: {},
      vacuous: 0,
      verified: 0,
    },
  });
  for (const { rule, analysis } of report.failures) expect(analysis.findings[0].rule).toBe(rule);
});

test('--keep keeps the traces of passing runs', async () => {
  await place.loop('--num', '2', '--keep', '--scenario', 'TestInitialElection2A', '--seed', '5');
  for (const seed of [5, 6]) {
    const file = join('.raft-loop', `TestInitialElection2A-seed-${seed}`, 'trace.jsonl');
    expect(trace(file)).toContain('"event":"trace.started"');
  }
});

test('a failure is told also where no trace can be written', async () => {
  const args = ['--bug', 'stale-heartbeat-loop', '--num', '1', '--out', '/dev/null/x'];
  const { code, stdout } = await place.loop(...args);
  expect(code).toBe(1);
  expect(stdout).toContain(' (no trace could be written: ENOTDIR: not a directory, mkdir ');
});

test('shards of a campaign, merged, say what the whole one says, byte for byte', async () => {
  const hunt = ['--bug', 'stale-vote', '--num', '60', '--summary', '--no-capsules'];
  for (const shard of ['2/3', '1/3', '3/3']) {
    await place.loop(...hunt, '--shard', shard, '--out', `part-${shard[0]}`);
  }
  const parts = ['part-3', 'part-1', 'part-2', 'part-1'];
  const same = ['--summary', '--out', 'again'];
  const merged = await place.loop('merge', 'all', ...parts, ...same);
  const whole = await place.loop(...hunt, '--out', 'again');
  expect(merged).toEqual(whole);
  expect(merged.stdout).toMatch(/^Total runs:\t60$/m);
  const some = await place.loop('merge', 'some', 'part-2');
  expect(some.stderr).toBe('raft-loop: missing shards: 1/3, 3/3\n');
});
