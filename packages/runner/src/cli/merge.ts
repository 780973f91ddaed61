import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { countsAs } from '../command/counts-as.ts';
import { allLoops, loopIn } from '../command/earlier-loop.ts';
import { ledgerPath, openLedger, readLedger } from '../command/ledger.ts';
import { keepHeapSmall } from '../command/small-heap.ts';
import { describeFailure } from '../describe-failure.ts';
import { failuresAnalysed } from '../loop.ts';
import { readCampaignShards } from '../merge/campaign-shard.ts';
import { type MergedLedger, mergeLedgers } from '../merge/merge-ledgers.ts';
import { missingRuns } from '../merge/missing-runs.ts';
import { type MergedRun, openRunShelves, type RunShelves } from '../merge/run-shelves.ts';
import { queueIn } from '../pull/pull-runs.ts';
import { createSummaryTally } from '../report/command-summary.ts';
import type { FailureReport } from '../report/failure-report.ts';
import type { LoopReport } from '../report/loop-report.ts';
import { type CommandToLoop, readCommandLine } from './command-line.ts';
import { exitCode } from './exit-code.ts';
import { defaultFolder } from './options/general-options.ts';
import type { OtherWork } from './other-work.ts';
import { printReport } from './print-report.ts';

type Merge = Extract<OtherWork, { kind: 'merge' }>;

/** Failing runs that are told one by one. */
const failuresTold = 1_000;

/**
 * Makes one loop of several folders and tells it as if it had been made here; what is in the target
 * already is one of them. Gives the exit code, or a message on wrong usage.
 */
export async function merge(task: Merge, program: string): Promise<number | string> {
  const { into, folders, flags } = task;
  const simulated = [into, ...folders].flatMap((folder) =>
    existsSync(folder) ? readCampaignShards(folder) : [],
  );
  if (simulated.length > 0) {
    const { mergeSimulated } = await import('./merge-simulated.ts');
    return mergeSimulated(into, simulated, { flags, program });
  }
  const none = folders.find((folder) => loopsIn(folder).length === 0);
  if (none !== undefined) return `${none} holds no loop`;
  const shelves = openRunShelves();
  const heap = keepHeapSmall();
  try {
    return await mergeCommands(task, shelves, program);
  } finally {
    heap.release();
    shelves.clear();
  }
}

async function mergeCommands(
  { into, folders, force, flags }: Merge,
  shelves: RunShelves,
  program: string,
): Promise<number | string> {
  const given = folders.flatMap(loopsIn);
  const all = [...new Set([...(existsSync(ledgerPath(into)) ? [into] : []), ...given])];
  const merged = await mergeLedgers(
    all.map((folder) => ({ folder, lines: readLedger(folder) })),
    shelves,
    force,
  );
  if (typeof merged === 'string') return merged;
  for (const { folder, line } of merged.broken) {
    process.stderr.write(`raft-loop: ${folder}/runs.jsonl:${line}: not a run; it is left out\n`);
  }
  write(into, merged);
  const { command, options, num } = merged.header;
  const line = readCommandLine([...options, '--', ...command], '', 80);
  if (line.kind !== 'command') return `${into}/runs.jsonl does not say what it loops`;
  const report = await reportOf(line, merged.runs, into, program);
  await printReport({ ...report, confidence: flags.confidence }, flags);
  const missing = missingRuns(indicesOf(merged.runs), num);
  if (missing.count > 0) {
    const runs = missing.count === 1 ? 'run is' : 'runs are';
    process.stderr.write(`raft-loop: ${missing.count} ${runs} missing: ${missing.words}\n`);
  }
  return codeOf(report, missing.count);
}

/** The loop that a folder holds; where machines shared it, those of all of them. */
function loopsIn(folder: string): readonly string[] {
  if (existsSync(queueIn(folder))) return allLoops(folder);
  const only = loopIn(folder);
  return only === undefined ? [] : [only];
}

function* indicesOf(runs: Iterable<MergedRun>): Generator<number> {
  for (const { record } of runs) yield record.index;
}

function codeOf({ runs, failed, command }: LoopReport, missing: number): number {
  if (runs === 0) return exitCode.nothingRan;
  if (failed > 0) return exitCode.failed;
  if (missing > 0) return exitCode.goalMissed;
  return command?.passed === 0 ? exitCode.inconclusive : exitCode.passed;
}

/** The ledger, and what the runs have left. The old ledger counts until the new one is whole. */
function write(into: string, { header, runs }: MergedLedger): void {
  mkdirSync(into, { recursive: true });
  const half = join(into, 'merging');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half);
  const ledger = openLedger(half, header);
  for (const { record, folder } of runs) {
    ledger.append(record);
    const [from, to] = [folder, into].map((each) => join(each, `run-${record.index}`));
    if (record.log === undefined || from === undefined || to === undefined) continue;
    if (from !== to && existsSync(from)) cpSync(from, to, { recursive: true });
  }
  ledger.close();
  renameSync(ledgerPath(half), ledgerPath(into));
  rmSync(half, { recursive: true });
}

async function reportOf(
  line: CommandToLoop,
  runs: Iterable<MergedRun>,
  folder: string,
  program: string,
): Promise<LoopReport> {
  const tally = createSummaryTally(line.flags.confidence);
  const failures: FailureReport[] = [];
  // A replay belongs to nobody's shard.
  const here = { ...line, flags: { ...line.flags, folder: defaultFolder } };
  let elapsedMs = 0;
  for (const { record } of runs) {
    tally.add(record);
    elapsedMs += record.ms;
    if (countsAs(record.verdict) !== 'fail' || failures.length >= failuresTold) continue;
    const analysed = failures.length < failuresAnalysed;
    failures.push(await describeFailure({ ...here, program }, folder, record, analysed));
  }
  return {
    what: line.command.join(' '),
    runs: tally.all.runs,
    failed: tally.all.failed,
    elapsedMs: Math.round(elapsedMs),
    ...{ failures, folder, touched: undefined, spans: undefined, interrupted: false },
    command: { ...tally.summary(), stopped: undefined, putBack: 0, escaped: [], folder },
  };
}
