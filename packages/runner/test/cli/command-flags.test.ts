import { describe, expect, test } from 'vitest';
import type { CommandFlags } from '../../src/cli/command-flags.ts';
import { readCommandLine } from '../../src/cli/command-line.ts';

function flags(...args: readonly string[]): CommandFlags {
  const line = readCommandLine([...args, '--', 'x'], '1.2.3', 100);
  if (line.kind !== 'command') throw new Error(JSON.stringify(line));
  return line.loop;
}

/** Every option of `loop`, in both of its spellings, and where it went. */
const ofLoop: readonly (readonly [args: readonly string[], path: string, value: unknown])[] = [
  [['-n', '5'], 'plan.stop.num', 5],
  [['-b', '2'], 'plan.child.countBy', 2],
  [['--count-by', '0.5'], 'plan.child.countBy', 0.5],
  [['-o', '10'], 'plan.child.offset', 10],
  [['--offset', '-3'], 'plan.child.offset', -3],
  [['-e', '5s'], 'plan.pacing.everyMs', 5_000],
  [['--every', '1m'], 'plan.pacing.everyMs', 60_000],
  [['--for', 'red,green'], 'plan.child.items', ['red', 'green']],
  [['--for', 'red green'], 'plan.child.items', ['red', 'green']],
  [['--for', 'a b\nc,d'], 'plan.child.items', ['a b', 'c,d']],
  [['--for', 'a,b,c'], 'plan.stop.num', 3],
  [['--for', 'a,b,c', '-n', '9'], 'plan.stop.num', 9],
  [['-d', '1h30m'], 'plan.budgetMs', 5_400_000],
  [['--for-duration', '2s'], 'plan.budgetMs', 2_000],
  [['-d', '2s'], 'plan.stop.num', Number.POSITIVE_INFINITY],
  [['-D', '2s'], 'failsOutOfTime', true],
  [['--error-duration', '2s'], 'plan.budgetMs', 2_000],
  [['-c', 'a.b'], 'plan.stop.untilOutput', [/a\.b/]],
  [['--until-contains', 'x', '-m', '^y'], 'plan.stop.untilOutput', [/x/, /^y/m]],
  [['-C'], 'plan.stop.untilChanges', true],
  [['--until-same'], 'plan.stop.untilSame', true],
  [['-S'], 'plan.stop.num', Number.POSITIVE_INFINITY],
  [['-r'], 'plan.stop.untilError', 'any'],
  [['-r', '3'], 'plan.stop.untilError', 3],
  [['--until-error=0'], 'plan.stop.untilError', 0],
  [['-s'], 'plan.stop.maxPasses', 1],
  [['--until-success'], 'plan.stop.maxPasses', 1],
  [['-f'], 'plan.stop.maxFails', { value: 1, percent: false }],
  [['-l'], 'show', 'last'],
];

/** What dstest has under a name that `loop` has not. */
const ofDstest: typeof ofLoop = [
  [['--iter', '10'], 'plan.stop.num', 10],
  [['-v'], 'show', 'all'],
];

const ours: typeof ofLoop = [
  [[], 'plan.stop.num', 1_000],
  [['--max-fails', '5%'], 'plan.stop.maxFails', { value: 5, percent: true }],
  [['--max-passes', '4'], 'plan.stop.maxPasses', 4],
  [['--until-pass'], 'plan.stop.maxPasses', 1],
  [['--halt', 'soon'], 'plan.halt', 'soon'],
  [['--timeout', '0.5'], 'plan.limits.hard', { value: 500, percent: false }],
  [['--timeout', '9', '--timeout', '2'], 'plan.limits.hard', { value: 2_000, percent: false }],
  [['--timeout', '300%'], 'plan.limits.hard', { value: 300, percent: true }],
  [['--idle-timeout', '200ms'], 'plan.limits.idleMs', 200],
  [['--fail-if', '^FAIL', '--fail-if', 'race'], 'plan.verdict.failIf', [/^FAIL/m, /race/m]],
  [['--fail-on-leak'], 'plan.verdict.leakFails', true],
  [['--load', '2.5'], 'plan.pacing.load', 2.5],
  [['--memfree', '1.5G'], 'plan.pacing.memFree', 1_610_612_736],
  [['--max-log', '64k'], 'plan.maxLogBytes', 65_536],
  [['--no-placeholders'], 'plan.child.placeholders', false],
  [['--no-own-tmp'], 'plan.child.ownTmp', false],
  [['--isolate', 'pidns'], 'plan.child.isolate', 'pidns'],
  [['--retries', '2', '--retry-delay', '1'], 'plan.retryDelayMs', 1_000],
  [
    ['--reporter', 'junit=a.xml', '--reporter', 'github'],
    'reporters',
    [
      { name: 'junit', file: 'a.xml' },
      { name: 'github', file: undefined },
    ],
  ],
];

describe.each([
  ['loop', ofLoop],
  ['dstest', ofDstest],
  ['ours', ours],
])('%s', (_, rows) => {
  test.each(rows)('%j: %s', (args, path, value) => {
    expect(flags(...args)).toHaveProperty(path, value);
  });
});

test('the steps of an end share the grace', () => {
  expect(flags('--grace', '1').plan.limits.steps).toEqual([
    { signal: 'SIGQUIT', waitMs: 200 },
    { signal: 'SIGTERM', waitMs: 800 },
    { signal: 'SIGKILL', waitMs: 0 },
  ]);
});

test('a time of the day is the next one', () => {
  const soon = new Date(Date.now() + 3_600_000);
  const words = `${soon.getHours()}:${String(soon.getMinutes()).padStart(2, '0')}`;
  const { budgetMs = 0 } = flags('-t', words).plan;
  expect(budgetMs).toBeGreaterThan(3_500_000);
  expect(budgetMs).toBeLessThanOrEqual(3_600_000);
  const { budgetMs: past } = flags('--until-time', '2001-01-01 00:00:00').plan;
  expect(past).toBe(0);
});
