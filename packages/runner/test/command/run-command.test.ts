import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outcomeWords } from '../../src/command/command-run.ts';
import { type CommandSpec, runCommand } from '../../src/command/run-command.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function spec(script: string, more: Partial<CommandSpec> = {}): CommandSpec {
  return {
    command: ['sh', '-c', script],
    index: 1,
    seed: 1,
    folder: join(root, 'run-1'),
    timeoutMs: undefined,
    signal: new AbortController().signal,
    groups: new Set(),
    ...more,
  };
}

async function words(script: string, more: Partial<CommandSpec> = {}): Promise<string> {
  return outcomeWords((await runCommand(spec(script, more))).outcome);
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
  await runCommand(spec('for i in 1 2 3; do echo out $i; echo err $i >&2; done'));
  expect(log()).toBe('out 1\nerr 1\nout 2\nerr 2\nout 3\nerr 3\n');
});

test('there is nothing to read on standard input', async () => {
  expect(await words('cat; echo over')).toBe('passed');
  expect(log()).toBe('over\n');
});

test('the command is told its index, its seed and its folder, from any folder', async () => {
  const folder = relative(process.cwd(), join(root, 'run-1'));
  const script = 'cd /; echo "$RAFT_LOOP_INDEX $RAFT_LOOP_SEED $RAFT_LOOP_DIR"';
  await runCommand(spec(script, { index: 7, seed: 41, folder }));
  expect(log()).toBe(`7 41 ${join(root, 'run-1')}\n`);
});

test('arguments reach the command as they are', async () => {
  const command = ['printf', '%s|', '--', 'a b', '', '$HOME', '"'];
  await runCommand(spec('', { command }));
  expect(log()).toBe('--|a b||$HOME|"|');
});

test('a timeout ends the command with all that it started', async () => {
  const script = `
    sh -c 'trap "" TERM; echo $$ > "$RAFT_LOOP_DIR/grandchild"; while :; do sleep 1; done' &
    while [ ! -s "$RAFT_LOOP_DIR/grandchild" ]; do :; done
    wait`;
  expect(await words(script, { timeoutMs: 400 })).toBe('timed out after 0.4 s');
  await expect.poll(() => runs('grandchild')).toBe(false);
});

test('what a passing command leaves running ends with it', async () => {
  expect(await words('sleep 100 & echo $! > "$RAFT_LOOP_DIR/left"')).toBe('passed');
  await expect.poll(() => runs('left')).toBe(false);
});

test('an abort stops it, and it counts neither as passed nor as failed', async () => {
  const abort = new AbortController();
  const groups = new Set<number>();
  const run = runCommand(spec('sleep 100', { signal: abort.signal, groups }));
  expect(groups.size).toBe(1);
  abort.abort();
  expect(outcomeWords((await run).outcome)).toBe('stopped');
  expect(groups.size).toBe(0);
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

test('a time is told, in whole milliseconds', async () => {
  const { elapsedMs } = await runCommand(spec('true'));
  expect(Number.isInteger(elapsedMs) && elapsedMs >= 0).toBe(true);
});
