import { type Verdict, verdicts } from './verdict.ts';

/** One line of `runs.jsonl`: a run that came to an end. What is not known is left out. */
export interface RunRecord {
  /** 1-based. */
  readonly index: number;
  readonly seed: number;
  /** Which of several things in turn was run; see `--for`. */
  readonly item?: string | undefined;
  /** The command that was run, as 12 hexadecimal digits; equal commands have equal ones. */
  readonly argv: string;
  /** When it began, ms since the epoch. */
  readonly start: number;
  /** How long it took, ms. */
  readonly ms: number;
  /** The most memory it was seen to hold, KiB; runs of less than a tick are not looked at. */
  readonly rss?: number | undefined;
  /** The processor time that it was last seen to have used, ms. */
  readonly cpu?: number | undefined;
  readonly code?: number | undefined;
  readonly signal?: string | undefined;
  readonly verdict: Verdict;
  /** The verdict in words. */
  readonly why: string;
  /** How often it was run until that verdict, if more than once. */
  readonly attempts?: number | undefined;
  /** Its output, relative to the folder of `runs.jsonl`; gone where it passed. */
  readonly log?: string | undefined;
  /** Bytes that were cut out of its output, at least. */
  readonly dropped?: number | undefined;
  /** What it left running, by its arguments. */
  readonly survivors?: readonly string[] | undefined;
  /** The rule of Raft that its logs break. */
  readonly rule?: string | undefined;
  /** What failed, free of all that differs from run to run; equal failures have equal ones. */
  readonly signature?: string | undefined;
}

/** The record of a line, or undefined where the line is none. */
export function decodeRecord(line: string): RunRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { index, seed, start, ms, verdict, argv, why } = value as Record<string, unknown>;
  const whole = [index, seed, start].every((each) => Number.isSafeInteger(each));
  if (!whole || (index as number) < 1 || typeof ms !== 'number') return undefined;
  if (!verdicts.some((each) => each === verdict)) return undefined;
  if (typeof argv !== 'string' || typeof why !== 'string') return undefined;
  return value as RunRecord;
}
