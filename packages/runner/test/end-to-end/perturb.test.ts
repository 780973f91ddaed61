import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

/** Fails with one thread, which is what the sweep is to find. */
const oneThread = ['--', 'sh', '-c', 'exit $((GOMAXPROCS == 1))'];

test('the setting under which it fails is found, and how to use it', async () => {
  const { code, stdout, stderr } = await place.loop('--perturb', 'go', '--num', '64', ...oneThread);
  expect(code).toBe(1);
  expect(stderr).toContain('GOMAXPROCS=1: 0 passed, 2 failed in ');
  expect(stdout).toMatch(/│ as it is {5}│ 8 {4}│ 0 {6}│ 0 to 47 %/);
  expect(stdout).toMatch(/│ GOMAXPROCS=1 │ 8 {4}│ 8 {6}│ 53 to 100 %/);
  expect(stdout).toContain('as the best of many looks better than it is');
  expect(stdout).toMatch(
    /It fails faster under GOMAXPROCS=1 \(chance of that if nothing differs: /,
  );
  const [again = ''] = /^ {2}raft-loop .*$/m.exec(stdout) ?? [];
  expect(again).toContain('-- env GOMAXPROCS=1 sh -c ');
  expect((await place.paste(again)).code).toBe(1);
});

test('machines get each setting with its runs and its interval, and a ledger of each', async () => {
  const args = ['--perturb', 'go', '--num', '64', '--json', ...oneThread];
  const report = JSON.parse((await place.loop(...args)).stdout);
  expect(report).toMatchObject({
    schema: 'raft-loop-perturb/1',
    settings: [
      { name: 'as it is', passed: 8, failed: 0 },
      { name: 'GOMAXPROCS=1', passed: 0, failed: 8, command: ['env', 'GOMAXPROCS=1', 'sh'] },
      { name: 'GOMAXPROCS=2', passed: 8, failed: 0 },
      { name: 'GOMAXPROCS=8', passed: 8, failed: 0 },
    ].map(({ command, ...each }) =>
      command === undefined ? each : { ...each, command: [...command, '-c', oneThread[3]] },
    ),
    confirmed: { name: 'GOMAXPROCS=1', verdict: 'faster', runs: { failed: 16 } },
  });
  const folder = join(place.folder, report.folder, 'GOMAXPROCS=1');
  expect(readFileSync(join(folder, 'runs.jsonl'), 'utf8').split('\n')).toHaveLength(1 + 24 + 1);
  expect(readdirSync(folder)).toContain('run-24');
});

test('where nothing fails nothing is blamed, and what took processor time is gone', async () => {
  const script =
    'cat /proc/$PPID/environ | tr "\\0" "\\n" | grep ^RAFT_LOOP_RUN > /dev/null; exit 0';
  const args = ['--perturb', 'load,quota', '--num', '30', '--', 'sh', '-c', script];
  const { code, stdout } = await place.loop(...args);
  expect([code, stdout.includes('Nothing failed under any of them.')]).toEqual([0, true]);
  expect(stdout).not.toContain('logs of what failed');
  expect(loopsAt(place.folder)).toEqual([]);
});

test.each([
  [
    ['--perturb', 'sound', '--', 'true'],
    '--perturb takes go, race, cpu, quota, jobs, load, not "sound"',
  ],
  [['--perturb', '--num', 'inf', '--', 'true'], '--perturb needs a number of runs: --num 1000'],
  [['--perturb', '--resume', '--', 'true'], 'there is no loop in'],
])('%j is wrong usage', async (args, message) => {
  const { code, stderr } = await place.loop(...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

/** Processes that work in this folder, as its loop's programs do. */
function loopsAt(folder: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || pid === String(process.pid)) return false;
    const environment = `/proc/${pid}/environ`;
    try {
      return existsSync(environment) && readFileSync(environment, 'latin1').includes(folder);
    } catch {
      return false;
    }
  });
}
