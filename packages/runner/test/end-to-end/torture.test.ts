import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunRecord } from '../../src/command/run-record.ts';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

function file(...names: readonly string[]): string {
  return join(place.folder, ...names);
}

async function appears(name: string): Promise<void> {
  await expect.poll(() => existsSync(file(name)), { timeout: 20_000, interval: 20 }).toBe(true);
}

function ledger(loop = '0001'): readonly RunRecord[] {
  const lines = readFileSync(file('.raft-loop', loop, 'runs.jsonl'), 'utf8').split('\n');
  return lines.slice(1, -1).map((line) => JSON.parse(line) as RunRecord);
}

/** Whether the process that left its id in a file still runs. */
function runs(name: string): boolean {
  const pid = readFileSync(file(name), 'utf8').trim();
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

test('the command of the notes, with raft-loop in the place of loop', async () => {
  writeFileSync(file('go'), '#!/bin/sh\nprintf "%s|" "$@"\n', { mode: 0o755 });
  const args = ['--summary', '--num', '10', '--until-fail', '-v', '--keep'];
  const { code, stdout } = await place.loop(...args, '--', './go test -run 2A');
  expect(code).toBe(0);
  expect(stdout).toContain('test|-run|2A|test|-run|2A|');
  expect(stdout).toContain('Total runs:\t10\nSuccesses:\t10\nFailures:\t0\n');
});

test('words with blanks, quotes, line ends and -- reach the command, and its replay', async () => {
  const words = ['a b', "it's", '"', 'two\nlines', '--', '$HOME', '*', '', '\\'];
  const script = 'for word; do printf "<%s>" "$word"; done; exit 1';
  const args = ['--num', '1', '--json', '--', 'sh', '-c', script, 'sh', ...words];
  const [{ replay, log }] = JSON.parse((await place.loop(...args)).stdout).failures;
  const expected = words.map((word) => `<${word}>`).join('');
  expect(readFileSync(file(log), 'utf8')).toBe(expected);
  const again = await place.paste(`${replay} ; ${replay.replace(' --num 1 ', ' --num 1 --json ')}`);
  expect(again.code).toBe(1);
  expect(readFileSync(file('.raft-loop', '0003', 'run-1', 'output.log'), 'utf8')).toBe(expected);
});

test('a flood without a line end leaves head and tail, and the report what was cut', async () => {
  const script = 'echo first; head -c 4000000 /dev/zero | tr "\\0" x; printf last; exit 1';
  const { code } = await place.loop(
    ...['--num', '1', '--max-log', '64k', '--', 'sh', '-c', script],
  );
  expect(code).toBe(1);
  const log = file('.raft-loop', '0001', 'run-1', 'output.log');
  const text = readFileSync(log, 'utf8');
  expect([text.slice(0, 7), text.slice(-5)]).toEqual(['first\nx', 'xlast']);
  expect(statSync(log).size).toBeLessThan(66_000);
  expect(ledger()[0]?.dropped).toBeGreaterThan(1_000_000);
});

test('NUL and what is no UTF-8 harm nothing', async () => {
  const script = 'printf "a\\0b\\377\\376\\033[31m--- FAIL: TestX (0.1s)\\n"; exit 1';
  const { code, stdout } = await place.loop('--num', '1', '--', 'sh', '-c', script);
  expect(code).toBe(1);
  expect(stdout).not.toContain('\u001b');
  expect(stdout).not.toContain('\0');
});

test('a command that removes its own folders loses nothing of what it said', async () => {
  const script = 'rm -r "$RAFT_LOOP_DIR" "$TMPDIR"; echo FAIL; exit "$((RAFT_LOOP_INDEX % 2))"';
  const args = ['--num', '4', '--until-changes', '--json', '--', 'sh', '-c', script];
  const { code, stdout } = await place.loop(...args);
  expect([code, JSON.parse(stdout)]).toMatchObject([1, { runs: 4, failed: 2 }]);
  expect(ledger().map(({ verdict }) => verdict)).toEqual(['FAIL', 'PASS', 'FAIL', 'PASS']);
  expect(readFileSync(file('.raft-loop', '0001', 'run-1', 'output.log'), 'utf8')).toBe('FAIL\n');
  const flood = 'rm -r "$RAFT_LOOP_DIR"; head -c 4000000 /dev/zero; echo last; exit 1';
  await place.loop('--num', '1', '--max-log', '64k', '--', 'sh', '-c', flood);
  const log = file('.raft-loop', '0002', 'run-1', 'output.log');
  expect(readFileSync(log, 'latin1').slice(-5)).toBe('last\n');
  expect(statSync(log).size).toBeLessThan(66_000);
});

test('standard input is empty for the command, and its lines are things for --stdin', async () => {
  const { stdout } = await place.paste(
    'printf "red\\ngreen\\n" | raft-loop -i -v -- \'cat; echo "$ITEM {item}"\'',
  );
  expect(stdout).toMatch(/^red red\ngreen green\n2 runs of /);
  const last = await place.loop('--for', 'a,b,c', '--only-last', '--', 'echo "{item}"; : ');
  expect(last.stdout).toMatch(/^c\n3 runs of /);
});

test('after kill -9 nothing runs on, and --resume makes each run exactly once', async () => {
  const script = `echo $RAFT_LOOP_INDEX >> made
    [ $RAFT_LOOP_INDEX = 4 ] && [ ! -e again ] &&
      { setsid sh -c 'echo $$ > far; exec sleep 100' & echo $$ > near; sleep 100; }
    exit $((RAFT_LOOP_INDEX == 2))`;
  const { child, ended } = place.start(['--num', '6', '--', 'sh', '-c', script]);
  await appears('far');
  await appears('near');
  child.kill('SIGKILL');
  await ended;
  await expect.poll(() => [runs('far'), runs('near')], { timeout: 20_000 }).toEqual([false, false]);
  writeFileSync(file('again'), '');
  const { code, stdout } = await place.loop('--resume', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ runs: 6, passed: 5, failed: 1 });
  expect(ledger().map(({ index, verdict }) => `${index} ${verdict}`)).toEqual([
    ...['1 PASS', '2 FAIL', '3 PASS', '4 PASS', '5 PASS', '6 PASS'],
  ]);
  expect(readFileSync(file('made'), 'utf8')).toBe('1\n2\n3\n4\n4\n5\n6\n');
});

test('two loops get a folder each, and none goes on with one that is at work', async () => {
  const wait = 'echo > ready-$RAFT_LOOP_INDEX; while [ ! -e go ]; do sleep 0.02; done';
  const { ended } = place.start(['--num', '1', '--', 'sh', '-c', wait]);
  await appears('ready-1');
  const header = file('.raft-loop', '0001', 'runs.jsonl');
  const other = await place.loop('--num', '1', '--', 'true');
  expect([other.code, existsSync(file('.raft-loop', '0002', 'runs.jsonl'))]).toEqual([0, true]);
  // The ledger begins with the first run that ends; make it look like one that was begun.
  writeFileSync(header, readFileSync(file('.raft-loop', '0002', 'runs.jsonl')));
  const resumed = await place.loop('--resume', '.raft-loop/0001');
  expect([resumed.code, resumed.stdout]).toEqual([2, '']);
  expect(resumed.stderr).toMatch(/^raft-loop: \.raft-loop\/0001 is at work: process \d+ has it\n/);
  writeFileSync(file('go'), '');
  await ended;
});

test('a loop is not gone on with as another one', async () => {
  await place.loop('--num', '2', '--', 'sh', '-c', 'exit $((RAFT_LOOP_INDEX == 2))');
  const { code, stderr } = await place.loop('--resume', '--', 'sh', '-c', 'exit 0');
  expect(code).toBe(2);
  expect(stderr).toContain('.raft-loop/0001 loops another command: sh -c exit $((');
  expect((await place.loop('--resume', 'nowhere')).stderr).toContain('nowhere holds no loop');
});

test('failed runs are made again, with their seeds', async () => {
  const script = 'echo $RAFT_LOOP_SEED >> seeds; exit $((RAFT_LOOP_INDEX % 2))';
  await place.loop('--num', '4', '--seed', '10', '--', 'sh', '-c', script);
  writeFileSync(file('seeds'), '');
  const { code } = await place.loop('--rerun', 'failed');
  expect([code, readFileSync(file('seeds'), 'utf8')]).toEqual([5, '10\n12\n']);
  expect(ledger('0002').map(({ index }) => index)).toEqual([1, 3]);
});

test.each<[string, readonly string[], number]>([
  ['only inconclusive', ['-n', '2', '--', 'exit 125 # says nothing'], 125],
  ['a goal that came', ['--until-success', '--', 'exit $((RAFT_LOOP_INDEX < 3))'], 0],
  ['a goal that did not come', ['-n', '2', '--until-contains', 'x', '--', 'true'], 124],
  ['out of time', ['-D', '300ms', '--', 'sleep 0.01 '], 124],
  ['out of time, which was the plan', ['-d', '300ms', '--', 'sleep 0.01 '], 0],
  ['the code of the command', ['-n', '1', '--propagate', '--', 'exit 42 # a code'], 42],
  ['a set-up that fails', ['--setup', 'exit 1', '--', 'true'], 3],
])('%s: the exit code says so', async (_, args, code) => {
  expect((await place.loop(...args)).code).toBe(code);
});

test('prune ends what is left of loops that are gone, and nothing else', async () => {
  const { child, ended } = place.start([
    '--num',
    '1',
    '--',
    'sh',
    '-c',
    'echo $$ > mine; sleep 100',
  ]);
  await appears('mine');
  // As a run of a loop whose process is gone, and so is its guardian.
  const script = 'RAFT_LOOP_RUN=999999-1.1 setsid sh -c "echo \\$\\$ > left; exec sleep 129" &';
  spawnSync('sh', ['-c', script], { cwd: place.folder, stdio: 'ignore' });
  await appears('left');
  const { code, stdout } = await place.loop('prune');
  expect(code).toBe(0);
  expect(stdout).toContain(': sleep 129\n');
  await expect.poll(() => [runs('left'), runs('mine')]).toEqual([false, true]);
  child.kill('SIGTERM');
  await ended;
});

test('suspended and continued, a run is not over its time', async () => {
  const script = 'echo > ready; sleep 0.5; echo > over';
  const { child, ended } = place.start(['--num', '1', '--timeout', '20', '--', 'sh', '-c', script]);
  await appears('ready');
  child.kill('SIGTSTP');
  const state = (): string =>
    /^State:\s+(\S)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? '';
  await expect.poll(state, { timeout: 20_000 }).toBe('T');
  child.kill('SIGCONT');
  const { code } = await ended;
  expect([code, existsSync(file('over'))]).toEqual([0, true]);
});

test('reports for other programs are written where they are asked for', async () => {
  const reporters = ['junit=r.xml', 'json=r.json', 'markdown=r.md', 'github=r.txt'];
  const args = reporters.flatMap((each) => ['--reporter', each]);
  const script = 'echo "--- FAIL: TestX (0.1s)"; exit $((RAFT_LOOP_INDEX == 2))';
  await place.loop('--num', '3', '--for', 'a,b', ...args, '--', 'sh', '-c', script);
  const read = (name: string): string => readFileSync(file(name), 'utf8');
  expect(read('r.xml').replaceAll(/time="[^"]*"/g, 'time=""')).toMatchSnapshot();
  expect(JSON.parse(read('r.json'))).toMatchObject({ runs: 3, failed: 1, verdict: 'FLAKY' });
  expect(read('r.md').replaceAll(/[\d.e+-]+ ms/g, '# ms')).toMatchSnapshot();
  expect(read('r.txt')).toMatchSnapshot();
});

test('a folder that cannot be written to is told, with what can be done', async () => {
  mkdirSync(file('closed'), { mode: 0o500 });
  // The owner of all files may write anywhere, but to no file in /proc.
  const folder = process.getuid?.() === 0 ? '/proc/self' : file('closed', 'x');
  const { code, stdout, stderr } = await place.loop('--out', folder, '--', 'true');
  expect([code, stdout]).toEqual([4, '']);
  expect(stderr).toMatch(/^raft-loop: (EACCES|ENOENT|EPERM): .*mkdir/);
});

test('in a folder that is gone it says so', async () => {
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'raft-loop.js');
  const line = `mkdir gone && cd gone && rmdir ../gone && exec '${process.execPath}' '${bin}' -- true`;
  const { code, stdout, stderr } = await place.paste(line);
  expect([code, stdout]).toEqual([4, '']);
  expect(stderr).toBe('raft-loop: nothing ran: the folder that it was started in is gone\n');
});
