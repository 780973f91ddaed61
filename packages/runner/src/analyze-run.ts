import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze, fileSource } from '@raftlens/analyzer';
import { chiefFinding } from './campaign/chief-finding.ts';

/** The output, and the traces and logs that the command left in its folder. */
export async function analyzeRun(log: string): Promise<Analysis> {
  const folder = join(log, '..');
  const left = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jsonl|ndjson|log)(\.gz|\.zst)?$/.test(entry.name))
    .filter(({ name }) => !/^(output-attempt-\d+|prepare|conclude)\.log$/.test(name))
    .map((entry) => join(folder, entry.name))
    .filter((path) => path !== log)
    .sort();
  return analyze([log, ...left].map(fileSource));
}

/** The rule that the logs of a run break, beyond doubt; the weightiest where they are several. */
export async function brokenRule(log: string): Promise<string | undefined> {
  const { findings } = await analyzeRun(log);
  const chief = chiefFinding(findings);
  return chief?.severity === 'violation' ? chief.rule : undefined;
}
