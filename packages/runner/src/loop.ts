import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze, fileSource } from '@raftlens/analyzer';
import { chiefFinding } from './campaign/chief-finding.ts';
import { defaultFolder, type LoopFlags } from './cli/command-line.ts';
import { shellWord } from './cli/shell-word.ts';
import { type CommandRun, outcomeWords } from './command/command-run.ts';
import { type LogTail, readLogTail } from './command/log-tail.ts';
import { loopCommand } from './command/loop-command.ts';
import type { FailureReport } from './report/failure-report.ts';
import type { LoopReport } from './report/loop-report.ts';
import { makeRunFolder } from './run-folder.ts';

/** Failing runs whose logs are analysed; of the others there is the log. */
const failuresAnalysed = 10;
const tailLines = 10;

/** A command to loop, with what surrounds it. */
export interface CommandLoop {
  readonly command: readonly string[];
  readonly flags: LoopFlags;
  readonly program: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, failures: number) => void;
}

/** What a looped command came to; `unstartable` says why a run could not be started. */
export interface CommandLoopReport extends LoopReport {
  readonly unstartable: string | undefined;
}

/** Loops the command and analyses what its failing runs printed. */
export async function loop(options: CommandLoop): Promise<CommandLoopReport> {
  const { command, flags } = options;
  const began = performance.now();
  const folder = makeRunFolder(flags.folder);
  const result = await loopCommand({
    command,
    num: flags.num,
    firstSeed: flags.firstSeed,
    untilFail: flags.untilFail,
    jobs: flags.jobs,
    timeoutMs: flags.timeoutMs,
    folder,
    keep: flags.keep,
    signal: options.signal,
    onProgress: options.onProgress,
  });
  const failures: FailureReport[] = [];
  for (const [index, run] of result.failures.entries()) {
    failures.push(await report(options, run, index < failuresAnalysed));
  }
  removeIfEmpty(folder);
  return {
    what: command.map(shellWord).join(' '),
    runs: result.runs,
    failed: result.failures.length,
    elapsedMs: Math.round(performance.now() - began),
    failures,
    folder,
    touched: undefined,
    spans: undefined,
    interrupted: result.interrupted,
    unstartable: result.unstartable,
  };
}

async function report(
  options: CommandLoop,
  run: CommandRun,
  analysed: boolean,
): Promise<FailureReport> {
  const analysis = analysed ? await analyzeRun(run) : undefined;
  const chief = analysis === undefined ? undefined : chiefFinding(analysis.findings);
  return {
    run: run.index,
    seed: run.seed,
    scenario: undefined,
    bug: undefined,
    rule: chief?.rule,
    term: chief?.term,
    nodes: chief?.nodes ?? [],
    message: outcomeWords(run.outcome),
    log: run.log,
    tail: analysed && chief?.severity !== 'violation' ? tailOf(run) : undefined,
    trace: undefined,
    capsule: undefined,
    replay: replayCommand(options, run.seed),
    analysis,
  };
}

/** The output, and the traces and logs that the command left in its folder. */
async function analyzeRun({ folder, log }: CommandRun): Promise<Analysis> {
  const left = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jsonl|ndjson|log)(\.gz|\.zst)?$/.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .filter((path) => path !== log)
    .sort();
  return analyze([log, ...left].map(fileSource));
}

function tailOf({ log }: CommandRun): LogTail | undefined {
  return existsSync(log) ? readLogTail(log, tailLines) : undefined;
}

function replayCommand({ command, flags, program }: CommandLoop, seed: number): string {
  const words = ['--seed', String(seed), '--num', '1'];
  if (flags.timeoutMs !== undefined) words.push('--timeout', String(flags.timeoutMs / 1000));
  if (flags.folder !== defaultFolder) words.push('--out', flags.folder);
  return [program, ...[...words, '--', ...command].map(shellWord)].join(' ');
}

function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
