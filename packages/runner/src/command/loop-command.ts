import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemWords } from '../system-words.ts';
import { argvHash } from './argv-hash.ts';
import { campaignName } from './campaign-name.ts';
import { childCommand } from './child-command.ts';
import { commandEnvironments } from './command-environment.ts';
import { countsAs } from './counts-as.ts';
import { createFeed, type Feed } from './feed.ts';
import { startGuardian } from './guardian.ts';
import { namespaceWords } from './isolate.ts';
import type { LoopOptions, LoopPlan } from './loop-options.ts';
import { countOwnRuns, ownRuns } from './own-runs.ts';
import { createPace } from './pacing.ts';
import {
  clearLane,
  type RunContext,
  removeRun,
  runFolder,
  runOnce,
  temporaryOf,
} from './run-once.ts';
import type { RunRecord } from './run-record.ts';
import { startStutter } from './start-stutter.ts';
import { createStopper, type Stop } from './stop-rules.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { watchMemory } from './watch-memory.ts';

/** What a loop came to; how many runs passed and failed is in its tally. */
export interface LoopResult {
  /** The first failing runs, in the order of their index; the ledger has all. */
  readonly failures: readonly RunRecord[];
  /** The last run that came to an end. */
  readonly last: RunRecord | undefined;
  /** Why it ended before all runs were made, if it did. */
  readonly stop: Stop | undefined;
  /** Its time was over before its runs. */
  readonly outOfTime: boolean;
  /** Why a run could not be started, or not be noted; ends the loop. */
  readonly unstartable: string | undefined;
  /** Why nothing could be run at all: what the build or --setup printed. */
  readonly setupFailed: string | undefined;
  readonly interrupted: boolean;
  /** Runs that were ended because memory was short, and put back to be made again. */
  readonly putBack: number;
  /** Processes that had escaped from their runs, by their arguments; they were ended. */
  readonly escaped: readonly string[];
}

/** Failing runs that are remembered; a loop of a million must not run out of memory. */
const failuresKept = 1_000;
/** So often in a row a run may fail to start for want of room. */
const startsTried = 8;

/** Runs the command again and again, `jobs` at a time, and removes what passing runs leave. */
export async function loopCommand(options: LoopOptions): Promise<LoopResult> {
  const { plan, supervise = createSupervisor } = options;
  const campaign = campaignName();
  const words = isolated(
    options.compiled?.words ?? childCommand(options.command),
    plan.child.isolate,
  );
  const supervisor = supervise({
    ...{ campaign, maxLogBytes: plan.maxLogBytes },
    ...{ idleMs: plan.limits.idleMs, timeoutSteps: plan.limits.steps },
  });
  const context: RunContext = {
    ...{ options, supervisor, campaign, words, argv: argvHash(options.command) },
    environment: commandEnvironments(process.env),
  };
  const pace = createPace(plan.pacing);
  const ending = createEnding(options, supervisor);
  const feed = createFeed(options.source ?? ownRuns(plan.stop.num, options), ending);
  const runs = createRuns(context, ending, feed);
  const lane = async (slot: number): Promise<void> => {
    // A loop that was killed may have left some.
    clearLane(options, slot);
    if (plan.child.ownTmp) mkdirSync(temporaryOf(options, slot), { recursive: true });
    for (;;) {
      await pace.next(ending.signal);
      if (ending.signal.aborted) return;
      const index = await feed.next();
      if (index === undefined) return;
      while (!(await runs.make(index, slot))) {
        await pace.next(ending.signal);
        if (ending.signal.aborted) return;
      }
    }
  };

  const dismiss = startGuardian(campaign);
  const calm = meddle(supervisor, plan);
  options.onStart?.({
    supervisor,
    ...{ pause: pace.pause, resume: pace.resume },
    finish(halt) {
      ending.stop({ why: 'by hand', goal: false, byHand: true }, halt);
    },
    get paused() {
      return pace.paused;
    },
  });
  let escaped: readonly string[] = [];
  let setupFailed: string | undefined;
  try {
    setupFailed = await aroundAll(context, 'setup');
    if (setupFailed === undefined) {
      await Promise.all(Array.from({ length: lanes(options) }, (_, slot) => lane(slot)));
    }
    await aroundAll(context, 'cleanup');
  } catch (error) {
    supervisor.kill();
    throw error;
  } finally {
    ending.release();
    feed.close();
    calm();
    escaped = await supervisor.close();
    for (let slot = 0; slot < lanes(options); slot += 1) clearLane(options, slot);
    dismiss();
  }
  const interrupted = options.signal.aborted;
  const { reason: stop, outOfTime } = ending;
  return { ...runs.result(), stop, outOfTime, setupFailed, interrupted, escaped };
}

/** Starts what holds runs up, and what puts some back; gives what ends that. */
function meddle(supervisor: Supervisor, { child, pacing }: LoopPlan): () => void {
  const { stutter } = child;
  const ends = [
    watchMemory(supervisor, pacing),
    ...(stutter === undefined ? [] : [startStutter(supervisor, stutter)]),
  ];
  return () => {
    for (const end of ends) end();
  };
}

interface Runs {
  /** False where it is to be made again, as there was no room for it. */
  make(index: number, slot: number): Promise<boolean>;
  result(): Pick<LoopResult, 'failures' | 'last' | 'unstartable' | 'putBack'>;
}

/** Makes runs, notes them, and asks after each whether it was the last. */
function createRuns(context: RunContext, ending: LoopEnding, feed: Feed): Runs {
  const { options } = context;
  const stopper = createStopper(options.plan.stop, options.causes);
  const failures: RunRecord[] = [];
  let last: RunRecord | undefined;
  let crowded = 0;
  let putBack = 0;
  return {
    async make(index, slot) {
      const { record, facts, ...judged } = await runOnce(context, index, slot);
      if (judged.unstartable !== undefined) {
        removeRun(options, slot, runFolder(options, index));
        feed.giveUp(judged.unstartable);
        return true;
      }
      crowded = judged.tooEarly ? crowded + 1 : 0;
      if (judged.tooEarly && crowded <= startsTried) {
        await sleep(50 * 2 ** crowded);
        return false;
      }
      if (judged.putBack) {
        putBack += 1;
        putAway(options, record, slot);
        return false;
      }
      // The ledger first: what is not in it has not been.
      if (record.verdict !== 'CANCELLED') {
        const lost = appendTo(options, record);
        if (lost === undefined) feed.made(index);
        else feed.giveUp(lost);
        options.onLog?.(join(runFolder(options, index), 'output.log'));
      }
      putAway(options, record, slot);
      if (record.verdict === 'CANCELLED') return true;
      last = record;
      if (countsAs(record.verdict) === 'fail' && failures.length < failuresKept) {
        failures.push(record);
      }
      options.onRun(record);
      const stop = stopper(record, facts, options.tally);
      if (stop !== undefined) {
        ending.stop(stop);
        feed.ended(stop);
      }
      return true;
    },
    result: () => ({
      failures: failures.sort((a, b) => a.index - b.index),
      ...{ last, unstartable: feed.givenUp, putBack },
    }),
  };
}

/** Why the ledger cannot be written any more; what it has not is told all the same. */
function appendTo({ append }: LoopOptions, record: RunRecord): string | undefined {
  try {
    append(record);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `run ${record.index} (${record.verdict}) is not in runs.jsonl: ${systemWords(error)}`;
  }
}

/** Removes what a run leaves that nobody needs, or keeps it for a while. */
function putAway(options: LoopOptions, { index, verdict, log }: RunRecord, slot: number): void {
  const { passed } = options;
  const folder = runFolder(options, index);
  if (log !== undefined) {
    if (verdict === 'PASS') passed?.note(folder);
    return;
  }
  const names = namesIn(folder);
  const gone =
    verdict === 'PASS' && passed !== undefined ? passed.take(folder, index, names) : folder;
  if (gone === folder) removeRun(options, slot, folder, names);
  else if (gone !== undefined) removeRun(options, slot, gone);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // The command has removed it.
    return [];
  }
}

function lanes({ jobs, plan, ...runs }: LoopOptions): number {
  return Math.max(1, Math.min(jobs, countOwnRuns(plan.stop.num, runs)));
}

function isolated(words: readonly string[], how: 'group' | 'pidns'): readonly string[] {
  if (how === 'group') return words;
  const namespace = namespaceWords();
  if (namespace !== undefined) return [...namespace, ...words];
  const message = 'this machine allows no process namespace: leave --isolate out';
  throw Object.assign(new Error(message), { code: 'EPERM' });
}

interface LoopEnding {
  readonly signal: AbortSignal;
  readonly reason: Stop | undefined;
  readonly outOfTime: boolean;
  stop(stop: Stop, halt?: 'now' | 'soon'): void;
  finish(halt: 'now' | 'soon'): void;
  release(): void;
}

/** All that can end a loop before its runs are made: a rule, its time, a signal, a key. */
function createEnding({ plan, signal }: LoopOptions, supervisor: Supervisor): LoopEnding {
  const over = new AbortController();
  let reason: Stop | undefined;
  let outOfTime = false;
  const finish = (halt: 'now' | 'soon', name: NodeJS.Signals = 'SIGTERM'): void => {
    over.abort();
    if (halt === 'now') supervisor.stop(name);
  };
  const interrupt = (): void => finish('now', signal.reason as NodeJS.Signals);
  if (signal.aborted) interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  const { budgetMs } = plan;
  // On the clock of the runs, which stands still while they do.
  const watch = setInterval(() => {
    if (budgetMs === undefined || supervisor.now() < budgetMs || over.signal.aborted) return;
    outOfTime = true;
    finish('now');
  }, 20);
  if (budgetMs === undefined) clearInterval(watch);
  return {
    signal: over.signal,
    get reason() {
      return reason;
    },
    get outOfTime() {
      return outOfTime;
    },
    stop(stop, halt = plan.halt) {
      reason ??= stop;
      finish(halt);
    },
    finish: (halt) => finish(halt),
    release() {
      clearInterval(watch);
      signal.removeEventListener('abort', interrupt);
    },
  };
}

/** Runs what is to be run once; gives what it printed where it did not pass. */
async function aroundAll(
  { options, supervisor, campaign }: RunContext,
  name: 'setup' | 'cleanup',
): Promise<string | undefined> {
  const line = options.plan.hooks[name];
  if (line === undefined) return undefined;
  const { outcome, log } = await supervisor.run({
    command: ['/bin/sh', '-c', line],
    ...{ index: 0, seed: options.firstSeed, folder: options.folder, logName: `${name}.log` },
    // A server that is started here may serve all runs.
    lasting: true,
    environment: { ...process.env, RAFT_LOOP_RUN: `${campaign}.0`, RAFT_LOOP_DIR: options.folder },
    timeoutMs: undefined,
  });
  return outcome.kind === 'passed' ? undefined : readFileSync(log, 'utf8');
}
