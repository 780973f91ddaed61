import { timeoutSteps } from '../../src/command/kill-step.ts';
import { type LoopResult, loopCommand } from '../../src/command/loop-command.ts';
import type { ChildOptions, LoopOptions, LoopPlan } from '../../src/command/loop-options.ts';
import type { RunRecord } from '../../src/command/run-record.ts';
import { createRunTally } from '../../src/command/run-tally.ts';
import type { StopRules } from '../../src/command/stop-rules.ts';

/** Nothing stops it but its number. */
export const stop: StopRules = {
  num: 6,
  maxFails: undefined,
  maxPasses: undefined,
  untilError: undefined,
  untilOutput: [],
  untilChanges: false,
  untilSame: false,
};
/** Ends at the first failure. */
export const untilFail = { maxFails: { value: 1, percent: false } };
/** What a run is given, where nothing is asked. */
export const child: ChildOptions = {
  items: [],
  offset: 0,
  countBy: 1,
  placeholders: true,
  ports: 0,
  ownTmp: true,
  isolate: 'group',
};
/** A loop of which nothing is asked. */
export const plan: LoopPlan = {
  stop,
  halt: 'now',
  verdict: { failIf: [], passIf: [], ignore: [], failure: [], leakFails: false },
  limits: { hard: undefined, idleMs: undefined, steps: timeoutSteps },
  budgetMs: undefined,
  pacing: { delayMs: 0, everyMs: 0, load: undefined, memFree: undefined },
  hooks: { setup: undefined, prepare: undefined, conclude: undefined, cleanup: undefined },
  child,
  retries: 0,
  retryDelayMs: 0,
  maxLogBytes: 1_000_000,
};

/** What a loop came to, with the records of its runs. */
export interface Looped extends LoopResult {
  readonly records: readonly RunRecord[];
}

type More = Partial<Omit<LoopOptions, 'plan'>> & { readonly plan?: Partial<LoopPlan> };

/** Has a shell run a script again and again in a folder: six times, where nothing else is asked. */
export async function loopIn(
  folder: string,
  script: string,
  rules: Partial<StopRules> = {},
  more: More = {},
): Promise<Looped> {
  const records: RunRecord[] = [];
  const { tally = createRunTally() } = more;
  const result = await loopCommand({
    command: ['sh', '-c', script],
    firstSeed: 1,
    jobs: 1,
    folder,
    keep: false,
    tally,
    signal: new AbortController().signal,
    append: (record) => records.push(record),
    ...more,
    onRun: (record) => {
      tally.add(record);
      more.onRun?.(record);
    },
    plan: { ...plan, stop: { ...stop, ...rules }, ...more.plan },
  });
  return { ...result, records };
}

/** Index and verdict of each run, in the order of their index. */
export function verdicts({ records }: Looped): readonly string[] {
  return records
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, verdict }) => `${index} ${verdict}`);
}
