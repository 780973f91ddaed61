import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';
import { nodeOfFile } from '@raftlens/formats';
import type { PlainLog } from './log-file.ts';

/** The logs of one run of a real cluster, and what its servers are called. */
export interface LogSet {
  readonly logs: readonly PlainLog[];
  /** What anything calls a server, to the name that the truth has for it. */
  readonly names: ReadonlyMap<string, string>;
}

const folder =
  process.env.RAFTLENS_REAL_LOGS ??
  join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'logs');

/** The names of all sets; none where the logs are not beside the checkout. */
export const logSets: readonly string[] = existsSync(folder)
  ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'truth.json')))
  : [];

interface Truth {
  readonly nodes?: readonly Readonly<Record<string, unknown>>[];
}

/** Reads the set of this name, its files unpacked. */
export function readLogSet(name: string): LogSet {
  const truth: Truth = JSON.parse(readFileSync(join(folder, name, 'truth.json'), 'utf8'));
  const files = readdirSync(join(folder, name)).filter(
    (file) => file !== 'truth.json' && !file.includes('showlog'),
  );
  const logs = files.map((file) => {
    const bytes = readFileSync(join(folder, name, file));
    const content = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    return { name: file.replace(/\.gz$/, ''), server: nodeOfFile(file), content };
  });
  const names = new Map<string, string>();
  for (const node of truth.nodes ?? []) {
    for (const value of Object.values(node)) names.set(String(value), String(node.name));
  }
  for (const { server } of logs) names.set(server, server);
  return { logs, names };
}
