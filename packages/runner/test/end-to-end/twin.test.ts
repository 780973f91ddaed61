import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

/**
 * Three servers in the words of the lab notes. Each passing run goes otherwise than the failing
 * one, in its second deed or in its third.
 */
const script = `
  timer() { echo "2024/03/01 10:00:0$1 $2: Election timer expired; becoming a candidate; \\
old status: follower"; }
  won() { echo "2024/03/01 10:00:0$1 $2: Election succeeded; I'm a leader now"; }
  timer 1 1
  case $RAFT_LOOP_INDEX in
    1|2) timer 2 3; won 3 3;;
    3) won 2 1; won 3 3;;
    4) won 2 1; timer 3 2; won 4 2;;
    5) timer 2 2;;
    6) won 2 1; timer 3 3; won 4 3; exit 1;;
  esac`;

function loop(...args: readonly string[]) {
  writeFileSync(join(place.folder, 'lab.sh'), script);
  return place.loop('--num', '6', ...args, '--', 'sh', 'lab.sh');
}

function left(): readonly string[] {
  return readdirSync(join(place.folder, '.raft-loop', '0001')).sort();
}

test('a failing run is shown beside the passing one that went along with it longest', async () => {
  const { stdout } = await loop();
  const twin = '.raft-loop/0001/run-6/twin';
  expect(stdout).toContain(`(compared with ${twin})`);
  expect(stdout).toMatch(/The runs part at \d, after \d deeds of all servers alike/);
  // Run 3 and run 4 go along for two deeds; of all runs the newest of these is taken.
  expect(readFileSync(join(place.folder, twin, 'output.log'), 'utf8')).toContain('10:00:03 2:');
  expect(left()).toEqual(['run-6', 'runs.jsonl']);
});

test('machines are told the two deeds', async () => {
  const [{ twin }] = JSON.parse((await loop('--json')).stdout).failures;
  expect(twin.comparison).toMatchObject({ kind: 'diverges', divergence: { node: '3' } });
  expect(twin.comparison.divergence.failing.at.file).toBe('.raft-loop/0001/run-6/output.log');
});

test('kept runs are compared where they are', async () => {
  const [{ twin }] = JSON.parse((await loop('--keep', '--json')).stdout).failures;
  expect(twin.passing).toBe('.raft-loop/0001/run-4');
  expect(existsSync(join(place.folder, '.raft-loop/0001/run-6/twin'))).toBe(false);
});

test('no more than is wanted is kept: of one run only the last, of none nothing', async () => {
  const [one] = JSON.parse((await loop('--twins', '1', '--json')).stdout).failures;
  // Run 5, in which server 2 is the second to do anything.
  expect(readFileSync(join(place.folder, one.twin.passing, 'output.log'), 'utf8')).toMatch(/02 2:/);
  const [none] = JSON.parse((await loop('--twins', '0', '--json')).stdout).failures;
  expect(none.twin).toBeUndefined();
});
