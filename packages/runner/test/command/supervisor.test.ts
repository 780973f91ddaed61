import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CommandRun, outcomeWords } from '../../src/command/command-run.ts';
import { timeoutSteps } from '../../src/command/kill-step.ts';
import {
  createSupervisor,
  type RunSpec,
  type Supervisor,
  type SupervisorOptions,
} from '../../src/command/supervisor.ts';

let root = '';
let supervisor: Supervisor;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'raft-loop-'));
  supervisor = supervise();
});
afterEach(async () => {
  await supervisor.close();
  rmSync(root, { recursive: true, force: true });
});

const campaign = 'test-of-the-supervisor';

function supervise(more: Partial<SupervisorOptions> = {}): Supervisor {
  return createSupervisor({ campaign, timeoutSteps, ...more });
}

function start(script: string, more: Partial<RunSpec> = {}): Promise<CommandRun> {
  const folder = join(root, 'run-1');
  const environment = { ...process.env, DIR: folder, RAFT_LOOP_RUN: `${campaign}.1` };
  const command = ['sh', '-c', script];
  return supervisor.run({
    ...{ command, index: 1, seed: 1, folder, environment, timeoutMs: undefined },
    ...more,
  });
}

async function words(script: string, more: Partial<RunSpec> = {}): Promise<string> {
  return outcomeWords((await start(script, more)).outcome);
}

function log(): string {
  return readFileSync(join(root, 'run-1', 'output.log'), 'utf8');
}

/** Whether the process whose id was left in a file runs; a zombie does not. */
function runs(file: string): boolean {
  const pid = readFileSync(join(root, 'run-1', file), 'utf8').trim();
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

test.each([
  ['true', 'passed'],
  ['exit 3', 'exit code 3'],
  ['exit 255', 'exit code 255'],
  ['kill -9 $$', 'killed by SIGKILL'],
  ['kill -6 $$', 'killed by SIGABRT'],
])('%s: %s', async (script, outcome) => {
  expect(await words(script)).toBe(outcome);
});

test('both streams come to the log in the order in which they are written', async () => {
  await start('for i in 1 2 3; do echo out $i; echo err $i >&2; done');
  expect(log()).toBe('out 1\nerr 1\nout 2\nerr 2\nout 3\nerr 3\n');
});

test('there is nothing to read on standard input', async () => {
  expect(await words('cat; echo over')).toBe('passed');
  expect(log()).toBe('over\n');
});

test('arguments reach the command as they are', async () => {
  const command = ['printf', '%s|', '--', 'a b', '', '$HOME', '"'];
  await start('', { command });
  expect(log()).toBe('--|a b||$HOME|"|');
});

/** Goes on whatever it is told, until it is killed. */
const stubborn = `trap "" QUIT TERM; echo $$ > "$DIR/stubborn"; while :; do sleep 1; done`;
const quick = [
  { signal: 'SIGQUIT', waitMs: 100 },
  { signal: 'SIGTERM', waitMs: 100 },
  { signal: 'SIGKILL', waitMs: 0 },
] as const;

test('a timeout ends the command with all that it started', async () => {
  const script = `
    sh -c '${stubborn}' &
    while [ ! -s "$DIR/stubborn" ]; do :; done
    wait`;
  expect(await words(script, { timeoutMs: 400 })).toBe('timed out after 0.4 s');
  expect(runs('stubborn')).toBe(false);
});

test('a command over its time that heeds nothing is killed', async () => {
  supervisor = supervise({ timeoutSteps: quick });
  expect(await words(stubborn, { timeoutMs: 200 })).toBe('timed out after 0.2 s');
  expect(runs('stubborn')).toBe(false);
});

test('it is asked to tell its stacks before it is asked to end', async () => {
  supervisor = supervise({ timeoutSteps: quick });
  const script = `
    trap 'echo stacks' QUIT; trap 'echo end; exit 1' TERM
    while :; do sleep 0.01; done`;
  expect(await words(script, { timeoutMs: 300 })).toBe('timed out after 0.3 s');
  // The shell has a word for each sleep that the signals ended too.
  const said = log().split('\n');
  expect(said.filter((line) => line === 'stacks' || line === 'end')).toEqual(['stacks', 'end']);
});

test('without output for too long it is over its time', async () => {
  supervisor = supervise({ idleMs: 300 });
  const script = 'for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 0.1; done; sleep 100';
  expect(await words(script)).toBe('no output for 0.3 s');
  expect(log()).toBe('1\n2\n3\n4\n5\n6\n7\n8\n');
});

test('what a passing command leaves running ends with it, and is named', async () => {
  const { outcome, survivors } = await start('sleep 123 & echo $! > "$DIR/left"');
  expect([outcomeWords(outcome), survivors]).toEqual(['passed', ['sleep 123']]);
  expect(runs('left')).toBe(false);
});

test('what takes a group of its own is found all the same', async () => {
  const flight = `${process.execPath} -e 'require("child_process")
    .spawn("sh", ["-c", "echo $$ > $DIR/far; exec sleep 124"], {detached: true, stdio: "ignore"})
    .unref()'; while [ ! -s "$DIR/far" ]; do sleep 0.01; done`;
  const { outcome, survivors } = await start(flight);
  expect([outcomeWords(outcome), survivors]).toEqual(['passed', ['sleep 124']]);
  expect(runs('far')).toBe(false);
});

test('what ends by itself a moment later is no leak', async () => {
  const { survivors } = await start('sleep 0.02 &');
  expect(survivors).toEqual([]);
});

test('a program that is alone with what it holds open ends the run when it ends', async () => {
  // Whoever waits for the end of a pipe would wait for the sleeper.
  const { survivors, elapsedMs } = await start('sleep 125 > /dev/null 2>&1 & sleep 126 &');
  expect([...survivors].sort()).toEqual(['sleep 125', 'sleep 126']);
  expect(elapsedMs).toBeLessThan(60_000);
});

test('a stop ends it, and it counts neither as passed nor as failed', async () => {
  const run = start('sleep 100');
  expect(supervisor.active().map(({ index }) => index)).toEqual([1]);
  supervisor.stop('SIGINT');
  expect(outcomeWords((await run).outcome)).toBe('stopped');
  expect(supervisor.active()).toEqual([]);
  expect(await words('true')).toBe('stopped');
});

test('a signal is passed on as it came', async () => {
  const run = start(
    'trap "echo told; exit 0" INT; echo > "$DIR/ready"; while :; do sleep 0.01; done',
  );
  await expect.poll(() => existsSync(join(root, 'run-1', 'ready'))).toBe(true);
  supervisor.stop('SIGINT');
  await run;
  expect(log()).toBe('told\n');
});

test('a flood is kept with head and tail, and told', async () => {
  supervisor = supervise({ maxLogBytes: 10_000 });
  const script = 'echo first; head -c 3000000 /dev/zero | tr "\\0" x; echo; echo last';
  const { outcome, dropped } = await start(script);
  expect(outcomeWords(outcome)).toBe('passed');
  expect(log()).toMatch(/^first\nx+\n\[raft-loop: at least \d+ bytes left out here\]\nx+\nlast\n$/);
  expect(log().length).toBeLessThan(10_100);
  // What is written in the moment of a cut is not counted.
  expect(dropped).toBeGreaterThan(0);
  expect(dropped).toBeLessThanOrEqual(3_000_000 + 'first\n\nlast\n'.length - 10_000);
});

test('while it is suspended, its time does not pass', async () => {
  const run = start('sleep 0.2; echo > "$DIR/over"', { timeoutMs: 5_000 });
  supervisor.suspend();
  const at = supervisor.now();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect([supervisor.now(), existsSync(join(root, 'run-1', 'over'))]).toEqual([at, false]);
  supervisor.resume();
  expect(outcomeWords((await run).outcome)).toBe('passed');
});

test('an argument that no system takes is no start', async () => {
  const message = await words('', { command: ['echo', 'a\0b'] });
  expect(message).toMatch(/^cannot start "echo": /);
});

test('a command that is not there, or that may not be run, cannot be started', async () => {
  const file = join(root, 'file');
  writeFileSync(file, 'echo');
  chmodSync(file, 0o644);
  const script = join(root, 'script');
  writeFileSync(script, '#!/no/such/interpreter\n');
  chmodSync(script, 0o755);
  expect([
    await words('', { command: ['/no/such/command'] }),
    await words('', { command: [file] }),
    await words('', { command: [root] }),
    await words('', { command: [script] }),
  ]).toEqual([
    'there is no command "/no/such/command"',
    `no permission to run ${JSON.stringify(file)}`,
    `no permission to run ${JSON.stringify(root)}`,
    `what the first line of ${JSON.stringify(script)} names is not there`,
  ]);
});

test('the youngest run is put back, and not the only one that is left', async () => {
  const script = 'until [ -e "$DIR/../over" ]; do sleep 0.02; done';
  const old = start(script);
  const young = start('trap "" TERM; while :; do sleep 0.02; done', {
    ...{ index: 2, folder: join(root, 'run-2') },
  });
  supervisor.putBackYoungest();
  // One is being ended already.
  supervisor.putBackYoungest();
  expect(outcomeWords((await young).outcome)).toBe('put back, as memory was short');
  supervisor.putBackYoungest();
  writeFileSync(join(root, 'over'), '');
  expect(outcomeWords((await old).outcome)).toBe('passed');
});

test('runs that end at once, several at a time, leave a turn to all else', async () => {
  const [lanes, each] = [4, 100];
  let over = false;
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  const lane = async (_: unknown, slot: number): Promise<void> => {
    const command = ['true'];
    for (let run = 0; run < each; run += 1) {
      await start('', { command, index: slot, folder: join(root, `run-${slot}`) });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  over = true;
  // No more of them can end in one turn than there are at a time.
  expect(turns).toBeGreaterThanOrEqual(each);
});
