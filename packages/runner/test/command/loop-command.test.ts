import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outcomeWords } from '../../src/command/command-run.ts';
import { type LoopOptions, type LoopResult, loopCommand } from '../../src/command/loop-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function loop(script: string, more: Partial<LoopOptions> = {}): Promise<LoopResult> {
  return loopCommand({
    command: ['sh', '-c', script],
    num: 6,
    firstSeed: 1,
    untilFail: false,
    jobs: 1,
    timeoutMs: undefined,
    folder,
    keep: false,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...more,
  });
}

/** A result in words. */
function brief({ runs, failures, unstartable, interrupted }: LoopResult): readonly string[] {
  return [
    `${runs} runs`,
    ...failures.map(({ index, seed, outcome }) => `${index} (${seed}): ${outcomeWords(outcome)}`),
    ...(unstartable === undefined ? [] : [unstartable]),
    ...(interrupted ? ['interrupted'] : []),
  ];
}

test.each([1, 3])('with %i at a time, failures are told in order', async (jobs) => {
  const result = await loop('exit $((RAFT_LOOP_INDEX % 2))', { jobs, firstSeed: 10 });
  expect(brief(result)).toEqual([
    '6 runs',
    '1 (10): exit code 1',
    '3 (12): exit code 1',
    '5 (14): exit code 1',
  ]);
});

test('until a failure, no run starts after it', async () => {
  const result = await loop('exit $((RAFT_LOOP_INDEX == 3))', { num: 1_000, untilFail: true });
  expect(brief(result)).toEqual(['3 runs', '3 (3): exit code 1']);
});

test('until a failure, those that run beside it are stopped and leave nothing', async () => {
  // The others run for long; the failing one waits until it is not alone.
  const script = `
    echo > "$RAFT_LOOP_DIR/../here-$RAFT_LOOP_INDEX"
    [ "$RAFT_LOOP_INDEX" = 1 ] && exec sleep 100
    while [ ! -e "$RAFT_LOOP_DIR/../here-1" ]; do :; done
    exit 5`;
  const result = await loop(script, { num: 1_000, untilFail: true, jobs: 2 });
  expect(brief(result)).toEqual(['1 runs', '2 (2): exit code 5']);
  expect(readdirSync(folder).sort()).toEqual(['here-1', 'here-2', 'run-2']);
});

test('two at a time run at one time', async () => {
  // Each waits for the other, so one after the other would never end.
  const script = `
    echo > "$RAFT_LOOP_DIR/../here-$RAFT_LOOP_INDEX"
    while [ ! -e "$RAFT_LOOP_DIR/../here-$((3 - RAFT_LOOP_INDEX))" ]; do :; done`;
  expect(brief(await loop(script, { num: 2, jobs: 2 }))).toEqual(['2 runs']);
});

test('more jobs than runs, and more than ten, are no trouble', async () => {
  const warnings: string[] = [];
  const note = (warning: Error): void => void warnings.push(warning.name);
  process.on('warning', note);
  expect(brief(await loop('true', { num: 20, jobs: 64 }))).toEqual(['20 runs']);
  await new Promise(setImmediate);
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

test('a passing run leaves nothing, a failing one its log', async () => {
  const script = 'echo run $RAFT_LOOP_INDEX; exit $((RAFT_LOOP_INDEX == 2))';
  const { failures } = await loop(script, { num: 3 });
  expect(readdirSync(folder)).toEqual(['run-2']);
  expect(failures.map(({ log }) => readFileSync(log, 'utf8'))).toEqual(['run 2\n']);
});

test('keep keeps the logs of passing runs', async () => {
  await loop('true', { num: 3, keep: true });
  expect(readdirSync(folder)).toEqual(['run-1', 'run-2', 'run-3']);
});

test('a command that cannot be started ends the loop at once and leaves nothing', async () => {
  const result = await loop('', { command: ['/no/such/command'], num: 1_000, jobs: 2 });
  expect(brief(result)).toEqual(['0 runs', 'there is no command "/no/such/command"']);
  expect(readdirSync(folder)).toEqual([]);
});

test('a command that goes away ends the loop with what was run', async () => {
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\nif [ $RAFT_LOOP_INDEX = 2 ]; then rm "$0"; exit 1; fi\n');
  chmodSync(program, 0o755);
  const result = await loop('', { command: [program] });
  const gone = `there is no command ${JSON.stringify(program)}`;
  expect(brief(result)).toEqual(['2 runs', '2 (2): exit code 1', gone]);
});

test('an abort stops the runs and starts no other', async () => {
  const abort = new AbortController();
  const onProgress = (done: number): void => {
    if (done === 2) abort.abort();
  };
  const result = await loop('true', { num: 1_000, signal: abort.signal, onProgress });
  expect(brief(result)).toEqual(['2 runs', 'interrupted']);
});

test('a run over its time fails', async () => {
  const result = await loop('sleep 100', { num: 1, timeoutMs: 200 });
  expect(brief(result)).toEqual(['1 runs', '1 (1): timed out after 0.2 s']);
});

test('progress counts runs and failures', async () => {
  const seen: (readonly [number, number])[] = [];
  await loop('exit $((RAFT_LOOP_INDEX == 2))', {
    num: 3,
    onProgress: (done, failures) => seen.push([done, failures]),
  });
  expect(seen).toEqual([
    [1, 0],
    [2, 1],
    [3, 1],
  ]);
});
