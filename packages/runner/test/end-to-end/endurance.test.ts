import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunRecord } from '../../src/command/run-record.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { carrying } from './carrying.ts';
import { makePlace, type Place, type Started } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

function file(...names: readonly string[]): string {
  return join(place.folder, ...names);
}

function ledger(): readonly RunRecord[] {
  const path = file('.raft-loop', '0001', 'runs.jsonl');
  if (!existsSync(path)) return [];
  const whole = readFileSync(path, 'utf8').split('\n').slice(1, -1);
  return whole.map((line) => JSON.parse(line) as RunRecord);
}

function count(name: string): number {
  return existsSync(file(name)) ? readFileSync(file(name), 'utf8').split('\n').length - 1 : 0;
}

const kills = 100;

test('killed a hundred times, at any moment, a loop makes each of its runs once', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const random = seededRandom(seed);
  const script = 'echo $RAFT_LOOP_INDEX | tee -a made; exit $((RAFT_LOOP_INDEX % 7 == 0))';
  // With no end, so that no attempt is out of work before it is killed.
  let args = ['--num', 'inf', '-p', '2', '--', 'sh', '-c', script];
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, ended }: Started = place.start(args);
    const before = count('made');
    // Some runs further, in a moment that nobody chose.
    const enough = before + 1 + Math.floor(random() * 4);
    const far = (): boolean => count('made') >= enough;
    await expect.poll(far, { timeout: 30_000, interval: 5 }).toBe(true);
    child.kill('SIGKILL');
    await ended;
    args = ['--resume', '.raft-loop/0001'];
  }
  const made = Math.max(...ledger().map(({ index }) => index));
  const { stdout, stderr } = await place.loop('--num', String(made + 5), ...args, '--json');
  const failed = Math.floor((made + 5) / 7);
  expect([stderr, `seed ${seed}`]).toEqual(['', `seed ${seed}`]);
  expect(JSON.parse(stdout)).toMatchObject({ runs: made + 5, failed, passed: made + 5 - failed });
  const indices = ledger().map(({ index }) => index);
  expect(indices.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: made + 5 }, (_, at) => at + 1),
  );
  for (const { index, verdict } of ledger()) expect(verdict === 'FAIL').toBe(index % 7 === 0);
  const kept = readdirSync(file('.raft-loop', '0001')).filter((name) => name !== 'runs.jsonl');
  expect(kept.toSorted()).toEqual(
    indices
      .filter((index) => index % 7 === 0)
      .map((index) => `run-${index}`)
      .toSorted(),
  );
  // Made again was only what was at work in the moment of a kill, two at a time.
  expect(count('made')).toBeLessThanOrEqual(made + 5 + 2 * kills);
}, 300_000);

test('killed in its first run, a loop can go on', async () => {
  const script = 'echo run >> made; [ -e go ] || sleep 60';
  const { child, ended } = place.start(['--num', '3', '--', 'sh', '-c', script]);
  await expect.poll(() => count('made'), { timeout: 30_000, interval: 5 }).toBe(1);
  child.kill('SIGKILL');
  await ended;
  writeFileSync(file('go'), '');
  const { stdout, stderr } = await place.loop('--resume', '.raft-loop/0001', '--json');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ runs: 3, passed: 3 });
  expect(count('made')).toBe(4);
}, 60_000);

test('of sixty runs that heed nothing and leave their group none is left', async () => {
  const mark = `ENDURANCE=${process.pid}-${Date.now()}`;
  const script =
    `export ${mark}; trap "" QUIT TERM INT HUP; sleep 60 & setsid sleep 60 & ` +
    'setsid sh -c "sleep 60 & exec sleep 60" & sleep 60; wait';
  const limits = ['--timeout', '0.15', '--grace', '0.1'];
  const { stdout } = await place.loop(
    ...['--num', '60', '-p', '6', ...limits, '--json', '--', 'sh', '-c', script],
  );
  expect(JSON.parse(stdout)).toMatchObject({ runs: 60, failed: 60, verdicts: { TIMEOUT: 60 } });
  expect(carrying(mark)).toEqual([]);
}, 120_000);

test('a thousand runs that are over at once are all in the ledger', async () => {
  const { stdout } = await place.loop('--num', '1000', '-p', '4', '--json', '--', 'true');
  expect(JSON.parse(stdout)).toMatchObject({ runs: 1000, passed: 1000, failed: 0 });
  const indices = ledger().map(({ index }) => index);
  expect(indices.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 1000 }, (_, at) => at + 1),
  );
  expect(readdirSync(file('.raft-loop', '0001'))).toEqual(['runs.jsonl']);
}, 120_000);

test('on a full disk it ends, and tells what ran and is not in the ledger', async () => {
  // Every write to it finds the disk full.
  const setup = 'ln -sf /dev/full "$RAFT_LOOP_DIR/runs.jsonl"';
  const { code, stdout, stderr } = await place.loop('--num', '5', '--setup', setup, '--', 'true');
  expect(code).toBe(4);
  expect(stdout).toMatch(/^1 run of true, 0 failures\n/);
  const words =
    /^raft-loop: stopped: run 1 \(PASS\) is not in runs\.jsonl: ENOSPC: .*the disk is full/;
  expect(stderr).toMatch(words);
});
