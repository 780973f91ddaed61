import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import type { CommandToLoop } from './cli/command-line.ts';
import { shellWord } from './cli/shell-word.ts';
import { argvHash } from './command/argv-hash.ts';
import { commitOf } from './command/commit-of.ts';
import { asIs } from './command/compilation.ts';
import { compileOnce } from './command/compile-once.ts';
import { countsAs } from './command/counts-as.ts';
import { readEarlier } from './command/earlier-loop.ts';
import { lockFolder } from './command/folder-lock.ts';
import {
  type Ledger,
  type LedgerHeader,
  ledgerPath,
  ledgerSchema,
  openLedger,
} from './command/ledger.ts';
import { type LoopResult, loopCommand } from './command/loop-command.ts';
import type { LoopControls } from './command/loop-options.ts';
import { createPassedRuns, type PassedRuns, passedName } from './command/passed-runs.ts';
import type { RunRecord } from './command/run-record.ts';
import type { RunSource } from './command/run-source.ts';
import { keepHeapSmall } from './command/small-heap.ts';
import { areLookedAt } from './command/stop-rules.ts';
import { createSummaryTally, type SummaryTally } from './report/command-summary.ts';
import type { FailureReport } from './report/failure-report.ts';
import type { LoopReport } from './report/loop-report.ts';
import { reproduce } from './reproduce.ts';
import { makeRunFolder } from './run-folder.ts';

/** Failing runs whose logs are analysed; of the others there is the log. */
export const failuresAnalysed = 10;

/** Failing runs that are compared with passing ones. */
const twinsFound = 3;

/** Failing runs of which the analyzer is asked the cause, and causes that are told apart. */
const causesKept = 1_000;

/** A command to loop, with what surrounds it. */
export interface CommandLoop extends Pick<CommandToLoop, 'command' | 'flags' | 'loop' | 'options'> {
  readonly program: string;
  readonly signal: AbortSignal;
  /** The folder of the loop to go on with. */
  readonly resume?: string | undefined;
  /** The runs to make, where they are not simply the first ones. */
  readonly only?: readonly number[] | undefined;
  readonly onRun: (record: RunRecord) => void;
  readonly onLog?: ((path: string) => void) | undefined;
  readonly onStart?: ((controls: LoopControls) => void) | undefined;
}

/** What a looped command came to. */
export interface CommandLoopReport extends LoopReport {
  /** Where its ledger is; undefined where nothing ran. */
  readonly folder: string | undefined;
  readonly result: LoopResult;
}

/** The folder is another process's, or that of another loop. */
export class FolderTaken extends Error {}

/** Loops the command and analyses what its failing runs printed. */
export async function loop(options: CommandLoop): Promise<CommandLoopReport> {
  const began = performance.now();
  const folder = options.resume ?? makeRunFolder(options.flags.folder);
  const lock = lockFolder(folder);
  if ('heldBy' in lock) {
    throw new FolderTaken(`${folder} is at work: process ${lock.heldBy} has it`);
  }
  const passed = createPassedRuns(folder, options.loop.twins);
  try {
    const tally = createSummaryTally(options.flags.confidence, areLookedAt(options.loop.plan.stop));
    const result = await makeRuns(options, folder, { tally, passed });
    const failures = await describeFailures(options, folder, result.failures, passed);
    const { stop, outOfTime, putBack, escaped } = result;
    const stopped = stop?.why ?? (outOfTime ? 'the time was over' : undefined);
    return {
      what: options.command.map(shellWord).join(' '),
      runs: tally.all.runs,
      failed: tally.all.failed,
      confidence: options.flags.confidence,
      elapsedMs: Math.round(performance.now() - began),
      failures: await withReproduction(options, folder, failures),
      folder,
      touched: undefined,
      spans: undefined,
      interrupted: result.interrupted,
      command: { ...tally.summary(), stopped, putBack, escaped, folder },
      result,
    };
  } finally {
    passed.clear();
    lock.release();
    removeIfEmpty(folder);
  }
}

/** What failing runs show; the first ones are analysed. Only where one failed is that loaded. */
async function describeFailures(
  options: CommandLoop,
  folder: string,
  records: readonly RunRecord[],
  passed: PassedRuns,
): Promise<readonly FailureReport[]> {
  if (records.length === 0) return [];
  const { describeFailure } = await import('./describe-failure.ts');
  const failures: FailureReport[] = [];
  for (const [index, record] of records.entries()) {
    const failure = await describeFailure(options, folder, record, index < failuresAnalysed);
    failures.push(index < twinsFound ? await withTwin(failure, passed) : failure);
  }
  return failures;
}

/** Of failing runs that can be compared, shows where the first ones part from a passing one. */
async function withTwin(failure: FailureReport, passed: PassedRuns): Promise<FailureReport> {
  const { analysis, log } = failure;
  const folders = passed.folders();
  const readable = analysis?.files.some(({ format }) => format !== 'unknown') === true;
  if (!readable || log === undefined || folders.length === 0) return failure;
  const { findTwin } = await import('./find-twin.ts');
  return { ...failure, twin: await findTwin(dirname(log), folders) };
}

async function makeRuns(
  options: CommandLoop,
  folder: string,
  { tally, passed }: { readonly tally: SummaryTally; readonly passed: PassedRuns },
): Promise<LoopResult> {
  const { command, flags, loop: said, resume } = options;
  const earlier: RunRecord[] = [];
  const causes = new Set<string>();
  const leftovers = new Set(resume === undefined ? [] : runsIn(resume));
  const before =
    resume === undefined
      ? undefined
      : await readEarlier(resume, (record) => {
          tally.add(record);
          if (record.log !== undefined) leftovers.delete(record.index);
          if (record.signature !== undefined && causes.size < causesKept) {
            causes.add(record.signature);
          }
          if (countsAs(record.verdict) === 'fail' && earlier.length < failuresAnalysed) {
            earlier.push(record);
          }
        });
  // Whoever was killed left the runs that it was at, which are made again from the start, and
  // perhaps one that had passed.
  removeRuns(folder, leftovers);
  const { compile, race } = said;
  const commit = commitOf(process.cwd());
  const source = await sourceOf(options, folder, commit);
  const build =
    compile || race ? await compileOnce(command, { folder, race, signal: options.signal }) : asIs;
  if (build.kind === 'failed') return nothingBuilt(build.output);
  let ledger: Ledger | undefined;
  const opened = (): Ledger => {
    ledger ??= openLedger(folder, headerOf(options, commit));
    return ledger;
  };
  const append = (record: RunRecord): void => opened().append(record);
  const begin = (controls: LoopControls): void => {
    // Whoever is killed in the first run has something to resume.
    tried(opened);
    options.onStart?.(controls);
  };
  // The rules need room; whoever asks for them after each run gives up the small process.
  const heap = said.analyzePasses ? undefined : keepHeapSmall();
  try {
    const result = await loopCommand({
      ...{ command, plan: said.plan, firstSeed: flags.firstSeed, jobs: flags.jobs, folder, append },
      ...{ keep: flags.keep, done: before?.done, only: options.only, signal: options.signal },
      ...{ shard: flags.shard, source },
      ...{ onStart: begin, tally: tally.all, passed },
      compiled: build.kind === 'compiled' ? build.command : undefined,
      onRun: (record) => {
        tally.add(record);
        options.onRun(record);
        heap?.ran();
      },
      onLog: options.onLog,
      ...{ brokenRule: inspector(said.analyzePasses), inspectPasses: said.analyzePasses },
      causes: [...causes],
    });
    const failures = [...earlier, ...result.failures].sort((a, b) => a.index - b.index);
    return { ...result, failures };
  } finally {
    heap?.release();
    ledger?.close();
    // With no run in it, it is not worth a folder.
    if (resume === undefined && tally.all.runs === 0) rmSync(ledgerPath(folder), { force: true });
    if (build.kind === 'compiled' && build.file !== undefined) rmSync(build.file, { force: true });
  }
}

/** Where the runs come from, if they are shared with other machines. */
async function sourceOf(
  options: CommandLoop,
  folder: string,
  commit: string | undefined,
): Promise<RunSource | undefined> {
  const { flags, loop: said } = options;
  if (said.leaseMs === undefined) return undefined;
  const { joinLoop } = await import('./pull/join-loop.ts');
  const { nameOf, pullRuns } = await import('./pull/pull-runs.ts');
  // A folder without a run in it goes, and its number is given again.
  const me = `${basename(folder)}.${randomUUID()}`;
  const refused = joinLoop(flags.folder, me, headerOf(options, commit));
  if (refused !== undefined) throw new FolderTaken(refused);
  return pullRuns({
    ...{ folder: flags.folder, me, num: said.plan.stop.num, jobs: flags.jobs },
    leaseMs: said.leaseMs,
    notedBy: (machine) => notedIn(join(flags.folder, nameOf(machine))),
  });
}

/** The runs that a ledger has; it may be that there is none. */
async function notedIn(folder: string): Promise<ReadonlySet<number>> {
  const noted = new Set<number>();
  if (!existsSync(ledgerPath(folder))) return noted;
  await readEarlier(folder, ({ index }) => void noted.add(index));
  return noted;
}

/** What the ledger says of the loop before any run. */
function headerOf(
  { command, flags, loop: said, options }: CommandLoop,
  commit: string | undefined,
): LedgerHeader {
  const { num } = said.plan.stop;
  return {
    ...{ schema: ledgerSchema, command, options, argv: argvHash(command) },
    ...{ start: Date.now(), cwd: process.cwd(), commit, seed: flags.firstSeed },
    ...{ num: Number.isFinite(num) ? num : null, shard: flags.shard },
  };
}

/** Measures how often the script of the first failing run fails, where that is wanted. */
async function withReproduction(
  { flags, loop: said, signal }: CommandLoop,
  folder: string,
  failures: readonly FailureReport[],
): Promise<readonly FailureReport[]> {
  const [first, ...others] = failures;
  if (first?.script === undefined || said.repro === 0 || signal.aborted) return failures;
  const { seed, script } = first;
  const { jobs, confidence } = flags;
  const task = { script, seed, jobs, confidence, folder, signal, plan: said.plan };
  return [{ ...first, reproduced: await reproduce({ ...task, times: said.repro }) }, ...others];
}

/** Asks the analyzer; of failing runs alone only so often, as a million may all fail. */
function inspector(always: boolean): (log: string) => Promise<string | undefined> {
  let asked = 0;
  return async (log) => {
    asked += 1;
    if (!always && asked > causesKept) return undefined;
    // The rules are loaded with the first run that they are to judge.
    return (await import('./analyze-run.ts')).brokenRule(log);
  };
}

function nothingBuilt(output: string): LoopResult {
  return {
    ...{ failures: [], last: undefined, stop: undefined, outOfTime: false },
    ...{ putBack: 0, escaped: [] },
    ...{ unstartable: undefined, interrupted: false, setupFailed: output },
  };
}

/** The runs that have a folder. */
function runsIn(folder: string): readonly number[] {
  return readdirSync(folder).flatMap((name) => {
    const index = /^run-(\d+)$/.exec(name)?.[1];
    return index === undefined ? [] : [Number(index)];
  });
}

/** Removes the folders of runs, and of those that passed and were kept for a while. */
function removeRuns(folder: string, indices: ReadonlySet<number>): void {
  const passed = readdirSync(folder).filter((name) => passedName.test(name));
  for (const name of [...[...indices].map((index) => `run-${index}`), ...passed]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** A folder in which nothing was run is of no use to anybody. */
function removeIfEmpty(folder: string): void {
  if (existsSync(ledgerPath(folder)) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
}

/** Does what will be done again anyhow, and told then if it cannot be. */
function tried(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
