import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The output of a run, and the traces and logs that the command left in the same folder. */
export function runLogs(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jsonl|ndjson|log)(\.gz|\.zst)?$/.test(entry.name))
    .filter(({ name }) => !/^((?:output|error)-attempt-\d+|prepare|conclude)\.log$/.test(name))
    .map((entry) => join(folder, entry.name))
    .sort();
}
