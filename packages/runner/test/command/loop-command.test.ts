import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LoopPlan } from '../../src/command/loop-options.ts';
import type { RunRecord } from '../../src/command/run-record.ts';
import type { StopRules } from '../../src/command/stop-rules.ts';
import { child, type Looped, loopIn, plan, untilFail, verdicts } from './loop-in.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function loop(
  script: string,
  rules?: Parameters<typeof loopIn>[2],
  more?: Parameters<typeof loopIn>[3],
): Promise<Looped> {
  return loopIn(folder, script, rules, more);
}

/** A result in words. */
function brief({ records, failures, unstartable, interrupted }: Looped): readonly string[] {
  return [
    `${records.length} runs`,
    ...failures.map(({ index, seed, why }) => `${index} (${seed}): ${why}`),
    ...(unstartable === undefined ? [] : [unstartable]),
    ...(interrupted ? ['interrupted'] : []),
  ];
}

test.each([1, 3])('with %i at a time, failures are told in order', async (jobs) => {
  const result = await loop('exit $((RAFT_LOOP_INDEX % 2))', {}, { jobs, firstSeed: 10 });
  expect(brief(result)).toEqual([
    '6 runs',
    '1 (10): exit code 1',
    '3 (12): exit code 1',
    '5 (14): exit code 1',
  ]);
});

test('until a failure, no run starts after it', async () => {
  const result = await loop('exit $((RAFT_LOOP_INDEX == 3))', { num: 1_000, ...untilFail });
  expect(brief(result)).toEqual(['3 runs', '3 (3): exit code 1']);
});

test('until a failure, those that run beside it are stopped and leave nothing', async () => {
  // The others run for long; the failing one waits until it is not alone.
  const script = `
    echo > "$RAFT_LOOP_DIR/../here-$RAFT_LOOP_INDEX"
    [ "$RAFT_LOOP_INDEX" = 1 ] && exec sleep 100
    while [ ! -e "$RAFT_LOOP_DIR/../here-1" ]; do :; done
    exit 5`;
  const result = await loop(script, { num: 1_000, ...untilFail }, { jobs: 2 });
  expect(brief(result)).toEqual(['1 runs', '2 (2): exit code 5']);
  expect(readdirSync(folder).sort()).toEqual(['here-1', 'here-2', 'run-2']);
});

test('two at a time run at one time', async () => {
  // Each waits for the other, so one after the other would never end.
  const script = `
    echo > "$RAFT_LOOP_DIR/../here-$RAFT_LOOP_INDEX"
    while [ ! -e "$RAFT_LOOP_DIR/../here-$((3 - RAFT_LOOP_INDEX))" ]; do :; done`;
  expect(brief(await loop(script, { num: 2 }, { jobs: 2 }))).toEqual(['2 runs']);
});

test('more jobs than runs, and more than ten, are no trouble', async () => {
  const warnings: string[] = [];
  const note = (warning: Error): void => void warnings.push(warning.name);
  process.on('warning', note);
  expect(brief(await loop('true', { num: 20 }, { jobs: 64 }))).toEqual(['20 runs']);
  await new Promise(setImmediate);
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

test('a passing run leaves nothing, a failing one its log', async () => {
  const script = 'echo run $RAFT_LOOP_INDEX; exit $((RAFT_LOOP_INDEX == 2))';
  const { failures } = await loop(script, { num: 3 });
  expect(readdirSync(folder)).toEqual(['run-2']);
  expect(failures.map(({ log = '' }) => readFileSync(join(folder, log), 'utf8'))).toEqual([
    'run 2\n',
  ]);
});

test('keep keeps the logs of passing runs', async () => {
  await loop('true', { num: 3 }, { keep: true });
  expect(readdirSync(folder)).toEqual(['run-1', 'run-2', 'run-3']);
});

test('a command that cannot be started ends the loop at once and leaves nothing', async () => {
  const result = await loop(
    ...(['', { num: 1_000 }, { command: ['/no/such/command'], jobs: 2 }] as const),
  );
  expect(brief(result)).toEqual(['0 runs', 'there is no command "/no/such/command"']);
  expect(readdirSync(folder)).toEqual([]);
});

test('a command that goes away ends the loop with what was run', async () => {
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\nif [ $RAFT_LOOP_INDEX = 2 ]; then rm "$0"; exit 1; fi\n');
  chmodSync(program, 0o755);
  const result = await loop('', {}, { command: [program] });
  const gone = `there is no command ${JSON.stringify(program)}`;
  expect(brief(result)).toEqual(['2 runs', '2 (2): exit code 1', gone]);
});

test('an abort stops the runs and starts no other', async () => {
  const abort = new AbortController();
  const onRun = ({ index }: RunRecord): void => {
    if (index === 2) abort.abort('SIGINT');
  };
  const result = await loop('true', { num: 1_000 }, { signal: abort.signal, onRun });
  expect(brief(result)).toEqual(['2 runs', 'interrupted']);
});

test('a run over its time fails', async () => {
  const limits = { ...plan.limits, hard: { value: 200, percent: false } };
  const result = await loop('sleep 100', { num: 1 }, { plan: { limits } });
  expect(brief(result)).toEqual(['1 runs', '1 (1): timed out after 0.2 s']);
  expect(verdicts(result)).toEqual(['1 TIMEOUT']);
});

test('a run that takes many times the median is over its time', async () => {
  const limits = { ...plan.limits, hard: { value: 300, percent: true } };
  const script = '[ $RAFT_LOOP_INDEX = 7 ] && exec sleep 100; true';
  const result = await loop(script, { num: 8 }, { plan: { limits } });
  expect(verdicts(result).filter((each) => !each.endsWith('PASS'))).toEqual(['7 TIMEOUT']);
});

test('the time of the whole is over', async () => {
  const result = await loop(
    'sleep 0.05',
    { num: Number.POSITIVE_INFINITY },
    {
      plan: { budgetMs: 300 },
    },
  );
  expect(result).toMatchObject({ outOfTime: true, failures: [], unstartable: undefined });
});

test.each<[string, string, Partial<StopRules>, string[]]>([
  [
    'so many fails',
    'exit $((RAFT_LOOP_INDEX % 2))',
    { maxFails: { value: 2, percent: false } },
    ['1 FAIL', '2 PASS', '3 FAIL'],
  ],
  [
    'a share of fails',
    'exit 1',
    { maxFails: { value: 50, percent: true } },
    ['1 FAIL', '2 FAIL', '3 FAIL'],
  ],
  ['a pass', 'exit $((RAFT_LOOP_INDEX < 3))', { maxPasses: 1 }, ['1 FAIL', '2 FAIL', '3 PASS']],
  ['an error', 'exit $RAFT_LOOP_INDEX', { untilError: 'any' }, ['1 FAIL']],
  ['this error', 'exit $RAFT_LOOP_INDEX', { untilError: 3 }, ['1 FAIL', '2 FAIL', '3 FAIL']],
  ['output', 'echo at $RAFT_LOOP_INDEX', { untilOutput: [/^at 2$/m] }, ['1 PASS', '2 PASS']],
  [
    'changed output',
    'echo $((RAFT_LOOP_INDEX > 2))',
    { untilChanges: true },
    ['1 PASS', '2 PASS', '3 PASS'],
  ],
  ['the same output', 'echo $((RAFT_LOOP_INDEX / 3))', { untilSame: true }, ['1 PASS', '2 PASS']],
])('until %s', async (_, script, rules, expected) => {
  expect(verdicts(await loop(script, rules))).toEqual(expected);
});

test.each<[string, Partial<LoopPlan['verdict']>, string]>([
  ['exit 125', {}, 'UNKNOWN'],
  ['kill -9 $$', {}, 'INFRA'],
  ['kill -11 $$', {}, 'FAIL'],
  ['exit 137', {}, 'INFRA'],
  ['sleep 127 &', {}, 'LEAK'],
  ['sleep 128 &', { leakFails: true }, 'FAIL'],
  ['echo FAIL', {}, 'PASS'],
  ['echo FAIL', { failIf: [/^FAIL$/m] }, 'FAIL'],
  ['echo nothing', { passIf: [/^PASS$/m] }, 'FAIL'],
  ['echo PASS', { passIf: [/^PASS$/m] }, 'PASS'],
  ['echo no route; exit 1', { ignore: [/no route/] }, 'UNKNOWN'],
  ['echo no route; exit 1', { failure: [/panic/] }, 'UNKNOWN'],
  ['echo panic; exit 1', { failure: [/panic/] }, 'FAIL'],
  ['printf "\\0\\377 FAIL\\0"', { failIf: [/FAIL/] }, 'FAIL'],
])('%s with %j: %s', async (script, rules, verdict) => {
  const looped = await loop(
    script,
    { num: 1 },
    { plan: { verdict: { ...plan.verdict, ...rules } } },
  );
  expect(verdicts(looped)).toEqual([`1 ${verdict}`]);
});

test('soon lets the runs beside the last one finish', async () => {
  const script = `
    echo > "$RAFT_LOOP_DIR/../here-$RAFT_LOOP_INDEX"
    while [ ! -e "$RAFT_LOOP_DIR/../here-$((3 - RAFT_LOOP_INDEX))" ]; do :; done
    [ "$RAFT_LOOP_INDEX" = 2 ] && exit 5
    while [ ! -e "$RAFT_LOOP_DIR/../told" ]; do :; done`;
  const onRun = (): void => writeFileSync(join(folder, 'told'), '');
  const plan_ = { halt: 'soon' } as const;
  const rules = { num: 1_000, ...untilFail };
  const result = await loop(script, rules, { jobs: 2, plan: plan_, onRun });
  expect(verdicts(result)).toEqual(['1 PASS', '2 FAIL']);
});

test('a failing run that passes when it is tried again is flaky', async () => {
  const script =
    'echo > "$RAFT_LOOP_DIR/../$RAFT_LOOP_INDEX-$(ls "$RAFT_LOOP_DIR/.." | wc -l)"; ' +
    '[ $RAFT_LOOP_INDEX = 1 ] || [ -e "$RAFT_LOOP_DIR/output-attempt-1.log" ]';
  const result = await loop(script, { num: 2 }, { plan: { retries: 2 } });
  expect(verdicts(result)).toEqual(['1 PASS', '2 FLAKY']);
  expect(result.records[1]).toMatchObject({
    attempts: 2,
    why: 'passed in attempt 2; at first: exit code 1',
  });
});

test('hooks run around all runs and around each', async () => {
  const say = (word: string): string =>
    `echo ${word} $RAFT_LOOP_INDEX $RAFT_LOOP_VERDICT >> "$LOG"`;
  process.env.LOG = join(folder, 'said');
  const hooks = {
    ...{ setup: say('setup'), prepare: say('prepare') },
    ...{ conclude: say('conclude'), cleanup: say('cleanup') },
  };
  await loop(`${say('run')}; exit $((RAFT_LOOP_INDEX == 2))`, { num: 2 }, { plan: { hooks } });
  delete process.env.LOG;
  expect(readFileSync(join(folder, 'said'), 'utf8').split('\n')).toEqual([
    'setup',
    ...['prepare 1', 'run 1', 'conclude 1 PASS', 'prepare 2', 'run 2', 'conclude 2 FAIL'],
    ...['cleanup', ''],
  ]);
});

test('without its set-up nothing is run; a run without its preparation shows nothing', async () => {
  const hooks = { ...plan.hooks, setup: 'echo why; exit 1' };
  const result = await loop('true', {}, { plan: { hooks } });
  expect([result.records, result.setupFailed]).toEqual([[], 'why\n']);
  const prepared = await loop(
    'true',
    { num: 1 },
    {
      plan: { hooks: { ...plan.hooks, prepare: 'exit 1' } },
    },
  );
  expect(verdicts(prepared)).toEqual(['1 INFRA']);
});

test('things are taken in turn, and counted as loop counts them', async () => {
  const asked = { ...child, items: ['red', 'green'], offset: 10, countBy: 0.5 };
  const script = `echo {item} $ITEM {count} $COUNT $ACTUALCOUNT {i} ${'$'}{i}`;
  const { records } = await loop(script, { num: 3 }, { keep: true, plan: { child: asked } });
  expect(records.map(({ item }) => item)).toEqual(['red', 'green', 'red']);
  const said = records.map(({ log = '' }) => readFileSync(join(folder, log), 'utf8'));
  expect(said).toEqual([
    'red red 10 10 0 1\n',
    'green green 10.5 10.5 1 2\n',
    'red red 11 11 2 3\n',
  ]);
});

test('each run has a port and a temporary folder for itself', async () => {
  const { records } = await loop(
    'echo {port} $RAFT_LOOP_PORT > "$TMPDIR/port"',
    { num: 2 },
    {
      jobs: 2,
      keep: true,
    },
  );
  const ports = records.map(({ index }) =>
    readFileSync(join(folder, `run-${index}`, 'tmp', 'port'), 'utf8')
      .trim()
      .split(' '),
  );
  expect(ports.map(([filled, given]) => filled === given)).toEqual([true, true]);
  expect(new Set(ports.flat()).size).toBe(2);
});

test('each run that ended is told once', async () => {
  const seen: number[] = [];
  await loop(
    'exit $((RAFT_LOOP_INDEX == 2))',
    { num: 3 },
    {
      onRun: ({ index }) => seen.push(index),
    },
  );
  expect(seen).toEqual([1, 2, 3]);
});

test('a disk that fills up ends the loop, and what ran until then is told', async () => {
  let written = 0;
  const append = (): void => {
    written += 1;
    if (written < 3) return;
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  const told: number[] = [];
  const onRun = ({ index }: RunRecord): void => {
    told.push(index);
  };
  const { unstartable, failures } = await loop('exit 1', {}, { append, onRun });
  expect(told).toEqual([1, 2, 3]);
  expect(failures.map(({ index }) => index)).toEqual([1, 2, 3]);
  expect(unstartable).toMatch(/^run 3 \(FAIL\) is not in runs\.jsonl: ENOSPC.*; the disk is full/);
});
