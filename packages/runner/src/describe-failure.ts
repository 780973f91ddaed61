import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { analyzeRun } from './analyze-run.ts';
import { chiefFinding } from './campaign/chief-finding.ts';
import type { CommandToLoop } from './cli/command-line.ts';
import { defaultFolder } from './cli/options/general-options.ts';
import { shellWord } from './cli/shell-word.ts';
import { type LogTail, readLogTail } from './command/log-tail.ts';
import { replayWords } from './command/replay-words.ts';
import type { RunRecord } from './command/run-record.ts';
import type { FailureReport } from './report/failure-report.ts';

const tailLines = 10;

/** A command that was looped, and how this program is called. */
export interface LoopedCommand extends Pick<CommandToLoop, 'command' | 'flags' | 'loop'> {
  readonly program: string;
}

/** What a failing run of a loop shows: its log, and what the analyzer says of it. */
export async function describeFailure(
  options: LoopedCommand,
  folder: string,
  record: RunRecord,
  analysed: boolean,
): Promise<FailureReport> {
  const log = record.log === undefined ? undefined : join(folder, record.log);
  const readable = log !== undefined && existsSync(log) ? log : undefined;
  const analysis = analysed && readable !== undefined ? await analyzeRun(readable) : undefined;
  const chief = analysis === undefined ? undefined : chiefFinding(analysis.findings);
  return {
    run: record.index,
    seed: record.seed,
    scenario: undefined,
    bug: undefined,
    rule: chief?.rule,
    term: chief?.term,
    nodes: chief?.nodes ?? [],
    message: record.why,
    signature: record.signature,
    log,
    tail: analysed && chief?.severity !== 'violation' ? tailOf(readable) : undefined,
    trace: undefined,
    capsule: undefined,
    replay: replayCommand(options, record),
    script: log === undefined ? undefined : scriptBeside(log),
    analysis,
  };
}

function scriptBeside(log: string): string | undefined {
  const script = join(dirname(log), 'repro.sh');
  return existsSync(script) ? script : undefined;
}

/** Where standard error was kept apart and says something, its end is what tells most. */
function tailOf(log: string | undefined): LogTail | undefined {
  if (log === undefined) return undefined;
  const errors = join(dirname(log), 'error.log');
  const told = existsSync(errors) && statSync(errors).size > 0;
  return readLogTail(told ? errors : log, tailLines);
}

function replayCommand(
  { command, flags, loop: said, program }: LoopedCommand,
  run: RunRecord,
): string {
  const words = [...replayWords(said.plan, run)];
  if (flags.folder !== defaultFolder) words.push('--out', flags.folder);
  return [program, ...[...words, '--', ...command].map(shellWord)].join(' ');
}
