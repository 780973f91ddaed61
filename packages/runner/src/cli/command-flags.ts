import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type KillStep, timeoutSteps } from '../command/kill-step.ts';
import type { Hooks, LoopPlan, TimeLimits } from '../command/loop-options.ts';
import type { Pacing } from '../command/pacing.ts';
import { hasGoal, type Limit, type StopRules } from '../command/stop-rules.ts';
import type { VerdictRules } from '../command/verdict-rules.ts';
import { perturbations } from '../perturb/setting.ts';
import type { LoopFlags } from './loop-flags.ts';
import { type ParsedLine, parsedLine } from './parsed-line.ts';
import { readDuration } from './read-duration.ts';
import { type Reporter, readReporters } from './read-reporters.ts';
import { readSize } from './read-size.ts';

/** What can be said of a looped command, checked. */
export interface CommandFlags {
  readonly plan: LoopPlan;
  /** Whether a number of runs was asked for. */
  readonly numGiven: boolean;
  /** Being out of time is an error by itself. */
  readonly failsOutOfTime: boolean;
  /** Whose output is printed as it is. */
  readonly show: 'none' | 'all' | 'last';
  readonly reporters: readonly Reporter[];
  readonly propagate: boolean;
  /** How often the first failing run is made again by its script; 0 for not. */
  readonly repro: number;
  /** A passing run whose logs break a rule fails. */
  readonly analyzePasses: boolean;
  /** Build the tests of `go test` once, and with its race detector. */
  readonly compile: boolean;
  readonly race: boolean;
  /** Passing runs whose logs are kept for a while, to compare failing ones with. */
  readonly twins: number;
  /** The ways to run it that are to be tried; undefined where it is simply looped. */
  readonly perturb: readonly string[] | undefined;
  readonly postRun: string | undefined;
  /** Runs are shared with other machines, one of which is taken for dead after so long, ms. */
  readonly leaseMs: number | undefined;
}

const { isSet, text, texts, given } = parsedLine;

/** A message to the user about an option that says nothing that can be done. */
class Misuse extends Error {}

/** The flags of a command, or what is wrong with one of them. */
export function readCommandFlags(parsed: ParsedLine, flags: LoopFlags): CommandFlags | string {
  try {
    return commandFlags(parsed, flags);
  } catch (error) {
    if (error instanceof Misuse) return error.message;
    throw error;
  }
}

function commandFlags(parsed: ParsedLine, flags: LoopFlags): CommandFlags {
  const items = readItems(parsed);
  const budgetMs = readBudget(parsed);
  const ports = count(parsed, 'ports') ?? 0;
  const plan: LoopPlan = {
    stop: readStop(parsed, flags, { budgetMs, items: items.length }),
    halt: text(parsed.halt) === 'soon' ? 'soon' : 'now',
    verdict: readVerdict(parsed),
    limits: readLimits(parsed),
    budgetMs,
    pacing: readPacing(parsed),
    hooks: readHooks(parsed),
    child: {
      items,
      offset: number(parsed, 'offset') ?? 0,
      countBy: number(parsed, 'countBy') ?? 1,
      placeholders: parsed.placeholders === undefined || isSet(parsed.placeholders),
      ports,
      ownTmp: parsed.ownTmp === undefined || isSet(parsed.ownTmp),
      splitOutput: isSet(parsed.splitOutput),
      isolate: text(parsed.isolate) === 'pidns' ? 'pidns' : 'group',
    },
    retries: count(parsed, 'retries') ?? 0,
    retryDelayMs: duration(parsed, 'retryDelay') ?? 0,
    maxLogBytes: size(parsed, 'maxLog') ?? usualLogBytes,
  };
  const reporters = readReporters(texts(parsed.reporter));
  if (typeof reporters === 'string') throw new Misuse(reporters);
  return {
    ...{ plan, reporters },
    numGiven: parsed.num !== undefined,
    failsOutOfTime: parsed.errorDuration !== undefined,
    show: isSet(parsed.verbose) ? 'all' : isSet(parsed.onlyLast) ? 'last' : 'none',
    propagate: isSet(parsed.propagate),
    repro: count(parsed, 'repro') ?? 0,
    analyzePasses: isSet(parsed.analyzePasses),
    compile: parsed.compile === undefined || isSet(parsed.compile),
    race: isSet(parsed.race),
    twins: readTwins(parsed),
    perturb: readPerturb(parsed),
    postRun: text(parsed.postRun),
    leaseMs: readLease(parsed),
  };
}

const usualLeaseMs = 30_000;

/** What else says which runs to make, or where they go, does not go with `--pull`. */
const ownRuns = ['shard', 'resume', 'rerun', 'perturb', 'out'] as const;

function readLease(parsed: ParsedLine): number | undefined {
  if (parsed.pull === undefined) {
    if (parsed.lease === undefined) return undefined;
    throw new Misuse('--lease goes with --pull');
  }
  const other = ownRuns.find((name) => parsed[name] !== undefined);
  if (other !== undefined) throw new Misuse(`--pull and --${other} do not go together`);
  return duration(parsed, 'lease', true) ?? usualLeaseMs;
}

/** Long enough for any test that prints what it does, and short enough for any disk. */
const usualLogBytes = 256 * 1024 * 1024;

function readStop(
  parsed: ParsedLine,
  flags: LoopFlags,
  { budgetMs, items }: { readonly budgetMs: number | undefined; readonly items: number },
): StopRules {
  const contains = texts(parsed.untilContains).map(
    (words) => new RegExp(words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')),
  );
  const rules: StopRules = {
    num: flags.num,
    maxFails: flags.untilFail ? { value: 1, percent: false } : limit(parsed, 'maxFails'),
    maxPasses: isSet(parsed.untilSuccess) ? 1 : count(parsed, 'maxPasses'),
    untilError: readErrorCode(parsed),
    untilOutput: [...contains, ...patterns(parsed, 'untilMatch')],
    untilChanges: isSet(parsed.untilChanges),
    untilSame: isSet(parsed.untilSame),
    untilCauses: count(parsed, 'untilCauses'),
    claim:
      flags.below === undefined ? undefined : { below: flags.below, confidence: flags.confidence },
  };
  if (parsed.num !== undefined) return rules;
  if (items > 0) return { ...rules, num: items };
  const open = budgetMs !== undefined || hasGoal(rules);
  return open ? { ...rules, num: Number.POSITIVE_INFINITY } : rules;
}

/** Empty for those that suit the command. */
function readPerturb({ perturb }: ParsedLine): readonly string[] | undefined {
  if (perturb === undefined) return undefined;
  const names = texts(perturb)
    .flatMap((list) => list.split(','))
    .filter((name) => name !== '');
  const unknown = names.find((name) => !perturbations.includes(name));
  if (unknown === undefined) return names;
  throw new Misuse(`--perturb takes ${perturbations.join(', ')}, not ${JSON.stringify(unknown)}`);
}

const usualTwins = 8;

function readTwins({ twins }: ParsedLine): number {
  if (twins === undefined) return usualTwins;
  const whole = parsedLine.wholeNumber(twins, 0);
  if (whole !== undefined) return whole;
  throw new Misuse(`--twins takes a number, not ${given(twins)}`);
}

function readErrorCode({ untilError }: ParsedLine): number | 'any' | undefined {
  if (untilError === undefined) return undefined;
  const words = text(untilError) ?? '';
  if (words === '') return 'any';
  if (/^\d{1,3}$/.test(words)) return Number(words);
  throw new Misuse(`--until-error takes an exit code, not ${given(untilError)}`);
}

function readVerdict(parsed: ParsedLine): VerdictRules {
  return {
    failIf: patterns(parsed, 'failIf'),
    passIf: patterns(parsed, 'passIf'),
    ignore: patterns(parsed, 'ignore'),
    failure: patterns(parsed, 'failure'),
    leakFails: isSet(parsed.failOnLeak),
  };
}

function readLimits(parsed: ParsedLine): TimeLimits {
  const words = text(parsed.timeout);
  const percent = words?.endsWith('%') === true ? Number(words.slice(0, -1)) : undefined;
  if (percent !== undefined && !(percent > 100)) {
    throw new Misuse(`--timeout takes more than 100% of the median, not ${given(parsed.timeout)}`);
  }
  const ms = percent === undefined ? duration(parsed, 'timeout', true) : undefined;
  const grace = duration(parsed, 'grace');
  return {
    hard:
      percent !== undefined
        ? { value: percent, percent: true }
        : ms === undefined
          ? undefined
          : { value: ms, percent: false },
    idleMs: duration(parsed, 'idleTimeout', true),
    steps: grace === undefined ? timeoutSteps : within(grace),
  };
}

/** The steps in the time that was given for all of them together. */
function within(graceMs: number): readonly KillStep[] {
  const usual = timeoutSteps.reduce((sum, { waitMs }) => sum + waitMs, 0);
  return timeoutSteps.map((step) => ({ ...step, waitMs: (step.waitMs * graceMs) / usual }));
}

/** Of an end by the clock and an end by duration the earlier one counts. */
function readBudget(parsed: ParsedLine): number | undefined {
  const spans = ['duration', 'errorDuration'].map((name) => duration(parsed, name, true));
  const at = text(parsed.untilTime);
  if (at !== undefined) spans.push(Math.max(0, timeOf(at) - Date.now()));
  const given_ = spans.filter((span) => span !== undefined);
  return given_.length === 0 ? undefined : Math.min(...given_);
}

function timeOf(words: string): number {
  const today = /^\d{1,2}:\d{2}(:\d{2})?$/.test(words);
  const now = new Date();
  const date = today
    ? new Date(`${now.toDateString()} ${words}`)
    : new Date(words.trim().replace(/^(\d{4}-\d\d-\d\d) /, '$1T'));
  const ms = date.getTime();
  if (Number.isNaN(ms)) throw new Misuse(`--until-time takes a time, not ${JSON.stringify(words)}`);
  // Of a time alone the next is meant.
  return today && ms <= now.getTime() ? ms + 86_400_000 : ms;
}

function readPacing(parsed: ParsedLine): Pacing {
  const load = limit(parsed, 'load');
  const processors = availableParallelism();
  return {
    delayMs: duration(parsed, 'delay') ?? 0,
    everyMs: duration(parsed, 'every') ?? 0,
    load:
      load === undefined ? undefined : load.percent ? (load.value * processors) / 100 : load.value,
    memFree: size(parsed, 'memfree'),
  };
}

function readHooks(parsed: ParsedLine): Hooks {
  return {
    setup: text(parsed.setup),
    prepare: text(parsed.prepare),
    conclude: text(parsed.conclude),
    cleanup: text(parsed.cleanup),
  };
}

/** As `loop` splits them: at line ends if there are any, else at commas, else at blanks. */
function readItems(parsed: ParsedLine): readonly string[] {
  const items = texts(parsed.for).flatMap((list) => {
    const at = list.includes('\n') ? '\n' : list.includes(',') ? ',' : ' ';
    return list.split(at).filter((item) => item !== '');
  });
  if (!isSet(parsed.stdin)) return items;
  const lines = existsSync('/dev/stdin') ? readFileSync(0, 'utf8') : '';
  const all = [...items, ...lines.split(/\r?\n/).filter((line) => line !== '')];
  if (all.length === 0) throw new Misuse('--stdin: there was no line to take');
  return all;
}

function patterns(parsed: ParsedLine, name: string): readonly RegExp[] {
  return texts(parsed[name]).map((source) => {
    try {
      return new RegExp(source, 'm');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Misuse(`--${dashed(name)}: ${why}`);
    }
  });
}

function duration(parsed: ParsedLine, name: string, positive = false): number | undefined {
  if (parsed[name] === undefined) return undefined;
  const ms = readDuration(text(parsed[name]) ?? '');
  if (ms !== undefined && (ms > 0 || !positive)) return ms;
  throw new Misuse(
    `--${dashed(name)} takes seconds, or a time like 1m30s, not ${given(parsed[name])}`,
  );
}

function size(parsed: ParsedLine, name: string): number | undefined {
  if (parsed[name] === undefined) return undefined;
  const bytes = readSize(text(parsed[name]) ?? '');
  if (bytes !== undefined && bytes > 0) return bytes;
  throw new Misuse(`--${dashed(name)} takes a size like 64M, not ${given(parsed[name])}`);
}

function count(parsed: ParsedLine, name: string): number | undefined {
  if (parsed[name] === undefined) return undefined;
  const whole = parsedLine.wholeNumber(parsed[name], 0);
  if (whole !== undefined && whole > 0) return whole;
  throw new Misuse(`--${dashed(name)} takes a number above 0, not ${given(parsed[name])}`);
}

function number(parsed: ParsedLine, name: string): number | undefined {
  if (parsed[name] === undefined) return undefined;
  const words = text(parsed[name]) ?? '';
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(words)) return Number(words);
  throw new Misuse(`--${dashed(name)} takes a number, not ${given(parsed[name])}`);
}

function limit(parsed: ParsedLine, name: string): Limit | undefined {
  if (parsed[name] === undefined) return undefined;
  const [, digits, percent] = /^(\d+\.?\d*)(%?)$/.exec(text(parsed[name]) ?? '') ?? [];
  if (digits !== undefined && Number(digits) > 0) {
    return { value: Number(digits), percent: percent === '%' };
  }
  throw new Misuse(`--${dashed(name)} takes K or K%, not ${given(parsed[name])}`);
}

/** `untilMatch` as the user writes it. */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
