import { dirname } from 'node:path';
import { type Analysis, analyze, fileSource } from '@raftlens/analyzer';
import { chiefFinding } from './campaign/chief-finding.ts';
import { runLogs } from './run-logs.ts';

/** The output, and the traces and logs that the command left in its folder. */
export async function analyzeRun(log: string): Promise<Analysis> {
  const left = runLogs(dirname(log)).filter((path) => path !== log);
  return analyze([log, ...left].map(fileSource));
}

/** The rule that the logs of a run break, beyond doubt; the weightiest where they are several. */
export async function brokenRule(log: string): Promise<string | undefined> {
  const { findings } = await analyzeRun(log);
  const chief = chiefFinding(findings);
  return chief?.severity === 'violation' ? chief.rule : undefined;
}
