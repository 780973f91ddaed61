import { availableParallelism } from 'node:os';
import { env } from 'node:process';
import { usualConfidence } from '../report/failure-rate.ts';
import { readShard } from '../shard/read-shard.ts';
import type { Shard } from '../shard/shard.ts';
import { defaultFolder, defaultNum } from './options/general-options.ts';
import { type ParsedLine, parsedLine } from './parsed-line.ts';
import { readConfidence, readShare } from './read-share.ts';

/** Flags of a loop, checked. */
export interface LoopFlags {
  /** Infinity only for a command. */
  readonly num: number;
  readonly untilFail: boolean;
  readonly firstSeed: number;
  readonly jobs: number;
  /** Of the runs only these are made here. */
  readonly shard: Shard | undefined;
  /** What said so, where the user left it to the environment. */
  readonly shardFrom: string | undefined;
  /** Of intervals and of `below`, 0 to 1. */
  readonly confidence: number;
  /** The rate of failures that is to be shown not to be reached. */
  readonly below: number | undefined;
  readonly summary: boolean;
  readonly json: boolean;
  readonly keep: boolean;
  readonly trace: string | undefined;
  readonly folder: string;
  readonly otlp: string | undefined;
  readonly color: boolean | undefined;
  /** Intensities of faults by name, in place of the defaults. */
  readonly intensities: Readonly<Record<string, number>> | undefined;
  readonly verifyDeterminism: boolean;
  /** Kept capsules are tried first. */
  readonly capsules: boolean;
  /** By name; undefined leaves it to the scenario. */
  readonly strategy: string | undefined;
}

/** The strategy that draws nothing: every run of a small scope is searched. */
export const exhaustiveName = 'exhaustive';

const { isSet, text, given, wholeNumber } = parsedLine;

/** The flags, or what is wrong with one of them. */
export function readFlags(parsed: ParsedLine, forCommand: boolean): LoopFlags | string {
  const num = forCommand && text(parsed.num) === 'inf' ? Number.POSITIVE_INFINITY : undefined;
  const runs = num ?? wholeNumber(parsed.num, defaultNum);
  if (runs === undefined) return `--num takes a whole number, not ${given(parsed.num)}`;
  const firstSeed = wholeNumber(parsed.seed, 1);
  if (firstSeed === undefined) return `--seed takes a whole number, not ${given(parsed.seed)}`;
  if (Number.isFinite(runs) && !Number.isSafeInteger(firstSeed + runs)) {
    return '--seed and --num are too large together';
  }
  const jobs = readJobs(parsed.jobs, forCommand ? '1' : 'auto');
  if (jobs === undefined) return `--jobs takes a number above 0, not ${given(parsed.jobs)}`;
  const below = parsed.below === undefined ? undefined : readShare(text(parsed.below) ?? '');
  if (below === undefined && parsed.below !== undefined) {
    return `--below takes a share like 1/1000, 0.1% or 0.001, not ${given(parsed.below)}`;
  }
  const confidence = readConfidence(text(parsed.confidence) ?? String(usualConfidence));
  if (confidence === undefined) {
    return `--confidence takes a share like 99, 99% or 0.99, not ${given(parsed.confidence)}`;
  }
  const sharded = parsed.shard === undefined ? undefined : readShard(text(parsed.shard) ?? '', env);
  if (typeof sharded === 'string') return sharded;
  const trace = text(parsed.trace);
  if (trace !== undefined && runs !== 1) return '--trace writes one run: say --num 1 too';
  return {
    num: runs,
    untilFail: isSet(parsed.untilFail),
    ...{ confidence, below, shard: sharded?.shard, shardFrom: sharded?.from },
    ...{ firstSeed, jobs, trace, intensities: undefined, strategy: text(parsed.strategy) },
    summary: isSet(parsed.summary),
    json: isSet(parsed.json),
    keep: isSet(parsed.keep),
    folder: text(parsed.pull) ?? text(parsed.out) ?? defaultFolder,
    otlp: text(parsed.otlp),
    color: parsed.color === undefined ? undefined : isSet(parsed.color),
    verifyDeterminism: isSet(parsed.verifyDeterminism),
    capsules: parsed.capsules === undefined || isSet(parsed.capsules),
  };
}

/** `4`, `50%` of the processors, or `auto` for one each. */
function readJobs(value: unknown, otherwise: string): number | undefined {
  const words = value === undefined ? otherwise : (text(value) ?? '');
  const processors = availableParallelism();
  if (words === 'auto') return processors;
  const [, digits, percent] = /^(\d+)(%?)$/.exec(words) ?? [];
  const number = digits === undefined ? 0 : Number(digits);
  if (number === 0 || !Number.isSafeInteger(number)) return undefined;
  return percent === '%' ? Math.max(1, Math.round((number * processors) / 100)) : number;
}
