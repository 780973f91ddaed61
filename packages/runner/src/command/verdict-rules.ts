import { type CommandOutcome, type CommandRun, outcomeWords } from './command-run.ts';
import type { Verdict } from './verdict.ts';

/** What the output of a run says about its verdict. Runs are judged by exit code without these. */
export interface VerdictRules {
  /** A match fails a run, whatever its exit code. */
  readonly failIf: readonly RegExp[];
  /** A run passes only with a match. */
  readonly passIf: readonly RegExp[];
  /** A failing run whose output matches shows nothing. */
  readonly ignore: readonly RegExp[];
  /** A failing run whose output does not match shows nothing. */
  readonly failure: readonly RegExp[];
  /** A run that leaves processes behind has failed. */
  readonly leakFails: boolean;
}

/** A verdict with its reason. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly why: string;
}

/** A run says by this code that it cannot tell; so does `git bisect run`. */
const inconclusiveCode = 125;

/**
 * Signals that a program sends to itself when it goes wrong. Any other came from outside: from the
 * kernel that wants memory back, from whoever shut the machine down.
 */
const ownSignals: ReadonlySet<string> = new Set([
  ...['SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGTRAP', 'SIGSYS', 'SIGPIPE'],
]);

/** What a shell gives for a command that SIGKILL ended: 128 and the number of the signal. */
const shellKilledCode = 137;

/** Judges a run; `matches` looks into its output, and `diskFull` at the disk. */
export function judgeRun(
  { outcome, survivors }: Pick<CommandRun, 'outcome' | 'survivors'>,
  rules: VerdictRules,
  matches: (patterns: readonly RegExp[]) => RegExp | undefined,
  diskFull: () => boolean,
): Judgement {
  const why = outcomeWords(outcome);
  const ended = byOutcome(outcome, why);
  if (ended !== undefined) return ended;
  const bad = matches(rules.failIf);
  if (bad !== undefined) return { verdict: 'FAIL', why: `the output matches ${bad.source}` };
  if (outcome.kind !== 'passed') {
    if (diskFull()) return { verdict: 'INFRA', why: `the disk is full (${why})` };
    return failing(why, rules, matches);
  }
  if (rules.passIf.length > 0 && matches(rules.passIf) === undefined) {
    const wanted = rules.passIf.map(({ source }) => source).join(', ');
    return { verdict: 'FAIL', why: `the output does not match ${wanted}` };
  }
  if (survivors.length === 0) return { verdict: 'PASS', why };
  const left = `left running: ${survivors.join(', ')}`;
  return { verdict: rules.leakFails ? 'FAIL' : 'LEAK', why: left };
}

function byOutcome(outcome: CommandOutcome, why: string): Judgement | undefined {
  switch (outcome.kind) {
    case 'aborted':
    case 'put-back':
      return { verdict: 'CANCELLED', why };
    case 'unstartable':
      return { verdict: 'INFRA', why };
    case 'timed-out':
      return { verdict: 'TIMEOUT', why };
    case 'killed':
      return ownSignals.has(outcome.signal)
        ? undefined
        : { verdict: 'INFRA', why: `${why}, and not by us` };
    case 'exited':
      if (outcome.code === inconclusiveCode) return { verdict: 'UNKNOWN', why };
      if (outcome.code !== shellKilledCode) return undefined;
      return { verdict: 'INFRA', why: `${why}: something killed it, and not we` };
    case 'passed':
      return undefined;
  }
}

function failing(
  why: string,
  { ignore, failure }: VerdictRules,
  matches: (patterns: readonly RegExp[]) => RegExp | undefined,
): Judgement {
  const ignored = matches(ignore);
  if (ignored !== undefined) {
    return { verdict: 'UNKNOWN', why: `${why}, ignored: the output matches ${ignored.source}` };
  }
  if (failure.length > 0 && matches(failure) === undefined) {
    return { verdict: 'UNKNOWN', why: `${why}, but no failure that was asked for` };
  }
  return { verdict: 'FAIL', why };
}
