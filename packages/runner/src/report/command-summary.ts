import { countsAs } from '../command/counts-as.ts';
import type { RunRecord } from '../command/run-record.ts';
import { createRunTally, type Durations, type RunTally } from '../command/run-tally.ts';
import { type Verdict, verdicts } from '../command/verdict.ts';
import { type FailureRate, failureRate } from './failure-rate.ts';

/** How long runs took, ms. */
export interface Times extends Durations {
  readonly p50: number;
  readonly p95: number;
}

/** What all runs of a command, or of one thing in turn, came to. */
export interface RunCounts {
  readonly runs: number;
  readonly passed: number;
  readonly failed: number;
  /** Where the rate of failures lies; undefined where no run passed or failed. */
  readonly rate: FailureRate | undefined;
  /** Only verdicts that there were. */
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
  /** Undefined where no run passed or failed. */
  readonly times: Times | undefined;
}

/** What a loop of a command came to, beside its failures. */
export interface CommandSummary extends RunCounts {
  /** FLAKY where some runs passed and others failed. */
  readonly verdict: 'PASS' | 'FAIL' | 'FLAKY' | 'UNKNOWN';
  /** For each thing that was run in turn; empty where there was only one. */
  readonly items: readonly (RunCounts & { readonly item: string })[];
  /** How often each failure was seen, by its signature; the most frequent first. */
  readonly signatures: readonly (readonly [signature: string, times: number])[];
  /** Why it ended before all its runs were made. */
  readonly stopped: string | undefined;
  /** What had escaped from its runs and was ended, by its arguments. */
  readonly escaped: readonly string[];
  /** Runs that were ended because memory was short, and made again. */
  readonly putBack: number;
  /** The folder to go on with. */
  readonly folder: string;
}

/** Adds runs up for a {@link CommandSummary}. */
export interface SummaryTally {
  readonly all: RunTally;
  add(record: RunRecord): void;
  /** What was added so far. */
  summary(): Pick<CommandSummary, keyof RunCounts | 'verdict' | 'items' | 'signatures'>;
}

/** So many different items and failures are told apart; a command may make up new ones for ever. */
const kindsKept = 1_000;

/**
 * Starts at nothing; its memory does not grow with the number of runs. `looked` says that what the
 * runs come to may stop the loop.
 */
export function createSummaryTally(confidence?: number, looked = false): SummaryTally {
  const all = createRunTally();
  const items = new Map<string, RunTally>();
  const signatures = new Map<string, number>();
  return {
    all,
    add(record) {
      all.add(record);
      const { item, signature, verdict } = record;
      if (item !== undefined && (items.has(item) || items.size < kindsKept)) {
        const tally = items.get(item) ?? createRunTally();
        items.set(item, tally);
        tally.add(record);
      }
      if (signature === undefined || countsAs(verdict) !== 'fail') return;
      if (signatures.has(signature) || signatures.size < kindsKept) {
        signatures.set(signature, (signatures.get(signature) ?? 0) + 1);
      }
    },
    summary: () => ({
      ...countsOf(all, confidence, looked),
      verdict: verdictOf(all),
      items: [...items].map(([item, tally]) => ({ item, ...countsOf(tally, confidence, looked) })),
      signatures: [...signatures].sort(([, a], [, b]) => b - a),
    }),
  };
}

function verdictOf({ passed, failed }: RunTally): CommandSummary['verdict'] {
  if (failed > 0) return passed > 0 ? 'FLAKY' : 'FAIL';
  return passed > 0 ? 'PASS' : 'UNKNOWN';
}

function countsOf(tally: RunTally, confidence: number | undefined, looked: boolean): RunCounts {
  const seen = verdicts.flatMap((verdict) => {
    const count = tally.count(verdict);
    return count === 0 ? [] : [[verdict, count] as const];
  });
  const durations = tally.durations();
  const times = { ...durations, p50: tally.quantile(0.5), p95: tally.quantile(0.95) };
  return {
    runs: tally.runs,
    passed: tally.passed,
    failed: tally.failed,
    rate: failureRate(tally, confidence, looked),
    verdicts: Object.fromEntries(seen),
    times: durations.count === 0 ? undefined : times,
  };
}
