import process from 'node:process';
import { escapeText } from '@raftlens/trace/escape-text';
import { argvHash } from '../command/argv-hash.ts';
import { loopIn, readEarlier } from '../command/earlier-loop.ts';
import { recordsOf } from '../command/ledger.ts';
import { type CommandLoopReport, FolderTaken, loop } from '../loop.ts';
import { runsInShard } from '../shard/shard.ts';
import { commandExitCode } from './command-exit-code.ts';
import type { CommandFlags } from './command-flags.ts';
import { type CommandLine, type CommandToLoop, readCommandLine } from './command-line.ts';
import { type CommandView, createCommandView } from './command-view.ts';
import { exitCode } from './exit-code.ts';
import { printReport } from './print-report.ts';
import { runPostHook } from './run-post-hook.ts';
import type { WorkContext } from './work-context.ts';
import { writeReports } from './write-reports.ts';

/** A loop of a command from start to end; gives the exit code, or a message on wrong usage. */
export async function runCommandLine(
  line: CommandToLoop,
  context: WorkContext,
): Promise<number | string> {
  const { loop: said, from } = line;
  if (said.plan.stop.num === 0) {
    process.stderr.write('raft-loop: nothing ran: --num is 0\n');
    return exitCode.nothingRan;
  }
  const earlier = from === undefined ? undefined : await earlierOf(line);
  if (typeof earlier === 'string') return earlier;
  if (earlier?.only?.length === 0) {
    process.stderr.write('raft-loop: nothing ran: no run of that loop failed\n');
    return exitCode.nothingRan;
  }
  if (said.perturb !== undefined) return (await import('./perturb.ts')).perturb(line, context);
  const { interruption } = context;
  const view = createCommandView(line, earlier?.only?.length ?? numHere(line));
  let report: CommandLoopReport;
  try {
    report = await loop({
      ...line,
      ...{ program: context.program, signal: interruption.signal },
      ...{ resume: earlier?.resume, only: earlier?.only },
      onRun: view.note,
      onLog: onLogOf(said.show, view),
      onStart: view.start,
    });
  } catch (error) {
    if (error instanceof FolderTaken) return error.message;
    throw error;
  } finally {
    view.close();
  }
  const { otlp } = context;
  if (otlp !== undefined && report.runs > 0 && report.command !== undefined) {
    const { exportRuns } = await import('../report/run-spans.ts');
    const end = Date.now();
    const spanned = { what: report.what, start: end - report.elapsedMs, end };
    report = {
      ...report,
      spans: await exportRuns(otlp, spanned, recordsOf(report.command.folder)),
    };
  }
  await tell(report, line);
  runPostHook(said.postRun, report);
  if (interruption.code !== undefined) return interruption.code;
  const counts = report.command ?? { runs: 0, passed: 0, failed: 0 };
  const code = commandExitCode(said, counts, report.result, from?.how === 'rerun');
  if (report.result.unstartable === undefined) return code;
  return code === exitCode.failed ? code : exitCode.nothingRan;
}

/** Runs to be made here, and a word on what said so. */
function numHere({ flags: { shard, shardFrom }, loop: said }: CommandToLoop): number {
  // How many of them this machine gets, nobody knows.
  if (said.leaseMs !== undefined) return Number.POSITIVE_INFINITY;
  if (shard === undefined) return said.plan.stop.num;
  if (shardFrom !== undefined) {
    process.stderr.write(`raft-loop: shard ${shard.index}/${shard.of}, from ${shardFrom}\n`);
  }
  return runsInShard(said.plan.stop.num, shard);
}

async function tell(
  report: CommandLoopReport,
  { flags, loop: said }: CommandToLoop,
): Promise<void> {
  const { runs, result, folder } = report;
  if (runs > 0 || result.unstartable === undefined || flags.json) {
    if (result.setupFailed === undefined || flags.json) await printReport(report, flags);
  }
  if (result.setupFailed !== undefined) {
    process.stderr.write('raft-loop: nothing ran: what is done once before all runs failed\n');
    process.stderr.write(escapeLines(result.setupFailed));
  }
  if (result.unstartable !== undefined) {
    const what = runs === 0 ? 'nothing ran' : 'stopped';
    process.stderr.write(`raft-loop: ${what}: ${result.unstartable}\n`);
  }
  if (folder !== undefined && runs > 0) await writeReports(said.reporters, report, folder);
}

/** Prints the output of each run, or keeps that of the last one to be printed in the end. */
function onLogOf(
  show: CommandFlags['show'],
  view: CommandView,
): ((path: string) => void) | undefined {
  if (show === 'all') return view.print;
  return show === 'last' ? view.keep : undefined;
}

/** Text of several lines that cannot command the terminal. */
function escapeLines(text: string): string {
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.map((line) => `  ${escapeText(line.replaceAll('\t', '  '))}\n`).join('');
}

interface Earlier {
  readonly resume: string | undefined;
  readonly only: readonly number[] | undefined;
}

/** The loop to go on with, or a message that says why it cannot be. */
async function earlierOf({ from, flags, command }: CommandToLoop): Promise<Earlier | string> {
  const named = from?.folder ?? flags.folder;
  const folder = loopIn(named);
  if (folder === undefined) return noLoopIn(named, from?.folder);
  const earlier = await readEarlier(folder, () => {});
  if (earlier === undefined) return `${folder} holds no loop`;
  if (earlier.header.argv !== argvHash(command)) {
    return `${folder} loops another command: ${earlier.header.command.join(' ')}`;
  }
  const { shard } = earlier.header;
  if (shard !== undefined && JSON.stringify(shard) !== JSON.stringify(flags.shard)) {
    return `${folder} has shard ${shard.index}/${shard.of}: say --shard ${shard.index}/${shard.of}`;
  }
  for (const number of earlier.broken) {
    process.stderr.write(`raft-loop: ${folder}/runs.jsonl:${number}: not a run; it is left out\n`);
  }
  return from?.how === 'rerun'
    ? { resume: undefined, only: earlier.failed }
    : { resume: folder, only: undefined };
}

function noLoopIn(folder: string, asked: string | undefined): string {
  return asked === undefined
    ? `there is no loop in ${folder} to go on with`
    : `${folder} holds no loop`;
}

/** The command line of an earlier loop with what is said now after it, so that that counts. */
export async function againLine(
  { from, options }: Extract<CommandLine, { kind: 'again' }>,
  version: string,
): Promise<CommandLine> {
  const out = readCommandLine([...options, '--', 'x'], version, 80);
  const parent = out.kind === 'command' ? out.flags.folder : '';
  const named = from.folder ?? parent;
  const folder = loopIn(named);
  const usage = (message: string): CommandLine => ({ kind: 'usage', message });
  if (folder === undefined) return usage(noLoopIn(named, from.folder));
  const earlier = await readEarlier(folder, () => {});
  if (earlier === undefined) return usage(`${folder}/runs.jsonl does not say what it loops`);
  const { header } = earlier;
  const how = `--${from.how}=${folder}`;
  return readCommandLine(
    [...header.options, ...options, how, '--', ...header.command],
    version,
    80,
  );
}
