import { createRateTest, type RateClaim } from '../statistics/rate-test.ts';
import { countsAs } from './counts-as.ts';
import type { RunRecord } from './run-record.ts';
import type { RunTally } from './run-tally.ts';

/** A number of runs, or a share of them in percent. */
export interface Limit {
  readonly value: number;
  readonly percent: boolean;
}

/** When a loop ends before all its runs are made. */
export interface StopRules {
  /** Runs to make; Infinity for no end. */
  readonly num: number;
  readonly maxFails: Limit | undefined;
  readonly maxPasses: number | undefined;
  /** A run ends with this code, or with any but 0. */
  readonly untilError: number | 'any' | undefined;
  /** The output of a run contains or matches one of these. */
  readonly untilOutput: readonly RegExp[];
  /** The output of a run is another one than that of the run before, or the same. */
  readonly untilChanges: boolean;
  readonly untilSame: boolean;
  /** So many different failures were seen. */
  readonly untilCauses?: number | undefined;
  /** It is shown that runs fail less often than this, or more often. */
  readonly claim?: RateClaim | undefined;
}

/** What of a run is not in its record. */
export interface RunFacts {
  /** The source of the pattern of {@link StopRules.untilOutput} that its output matched. */
  readonly matched: string | undefined;
  /** A digest of its output, where the rules ask for it. */
  readonly digest: string | undefined;
}

/** Why a loop ends now; `goal` where that is what it was to run for. */
export interface Stop {
  readonly why: string;
  readonly goal: boolean;
  /** A person wanted it to end. */
  readonly byHand?: boolean | undefined;
}

/**
 * Whether they stop at what the runs came to, beyond how many there were and how many of them
 * failed or passed: an interval for a fixed number then holds the rate too seldom.
 */
export function areLookedAt(rules: StopRules): boolean {
  const { claim, maxFails, untilCauses, untilError } = rules;
  return (
    claim !== undefined ||
    maxFails?.percent === true ||
    untilCauses !== undefined ||
    (untilError !== undefined && untilError !== 'any') ||
    rules.untilOutput.length > 0 ||
    rules.untilChanges ||
    rules.untilSame
  );
}

/** Of so many runs a share is taken seriously. */
const enoughForShare = 20;

/** Judges after each run, in the order in which they end, whether that was the last. */
export function createStopper(
  rules: StopRules,
  knownCauses: readonly string[] = [],
): (record: RunRecord, facts: RunFacts, tally: RunTally) => Stop | undefined {
  let before: string | undefined;
  const causes = new Set(knownCauses);
  const claimed = createClaimStop(rules.claim);
  return (record, { matched, digest }, tally) => {
    const previous = before;
    before = digest;
    if (matched !== undefined) return goal(`the output matched ${matched}`);
    if (previous !== undefined && digest !== undefined) {
      if (rules.untilChanges && digest !== previous) return goal('the output changed');
      if (rules.untilSame && digest === previous) return goal('the output was the same again');
    }
    const { code } = record;
    const failed = countsAs(record.verdict) === 'fail';
    if (rules.untilError === 'any' ? failed : code !== undefined && code === rules.untilError) {
      return goal(`run ${record.index}: ${record.why}`);
    }
    if (rules.maxPasses !== undefined && tally.passed >= rules.maxPasses) {
      return goal(`${tally.passed} passed`);
    }
    if (failed && rules.untilCauses !== undefined) {
      if (record.signature !== undefined) causes.add(record.signature);
      if (causes.size >= rules.untilCauses) return goal(`${causes.size} causes of failure`);
    }
    if (failed && tooMany(rules, tally)) return { why: `${tally.failed} failed`, goal: false };
    return claimed?.(tally);
  };
}

/** Follows the evidence for a claim, and against it. */
function createClaimStop(
  claim: RateClaim | undefined,
): ((tally: RunTally) => Stop | undefined) | undefined {
  if (claim === undefined) return undefined;
  const test = createRateTest(claim);
  let [passed, failed] = [0, 0];
  return (tally) => {
    // What was made before a resume is in the tally alone.
    test.add(false, tally.passed - passed);
    test.add(true, tally.failed - failed);
    ({ passed, failed } = tally);
    if (test.proven) return goal(`${claimWords('fewer', claim)} fail`);
    if (test.refuted) return { why: `${claimWords('more', claim)} fail`, goal: false };
    return undefined;
  };
}

function claimWords(which: 'fewer' | 'more', { below, confidence }: RateClaim): string {
  const share = `1 run in ${Number((1 / below).toPrecision(6))}`;
  return `with ${Number((confidence * 100).toPrecision(6))} % confidence ${which} than ${share}`;
}

function goal(why: string): Stop {
  return { why, goal: true };
}

function tooMany({ maxFails, num }: StopRules, { failed, runs }: RunTally): boolean {
  if (maxFails === undefined) return false;
  if (!maxFails.percent) return failed >= maxFails.value;
  const share = maxFails.value / 100;
  // Of a known number of runs the share is known from the start.
  if (Number.isFinite(num)) return failed >= Math.max(1, share * num);
  return runs >= enoughForShare && failed / runs >= share;
}

/** Whether a loop runs for something other than failures and numbers. */
export function hasGoal(rules: StopRules): boolean {
  return (
    rules.maxPasses !== undefined ||
    rules.claim !== undefined ||
    rules.untilCauses !== undefined ||
    rules.untilError !== undefined ||
    rules.untilOutput.length > 0 ||
    rules.untilChanges ||
    rules.untilSame
  );
}
