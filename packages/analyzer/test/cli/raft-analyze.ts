import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { pipeline, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The root of the repository: there the example logs have the names that a user would type. */
export const repository: string = fileURLToPath(new URL('../../../../', import.meta.url));

const entry = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** What came of one run of the command. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and with what the command runs. */
export interface Surroundings {
  readonly cwd?: string;
  readonly stdin?: string | Buffer | Iterable<Buffer>;
  readonly env?: Readonly<Record<string, string>>;
  /** For Node itself. */
  readonly nodeArgs?: readonly string[];
}

/** Runs raft-analyze from its sources in a process of its own, off a terminal, without colour. */
export async function raftAnalyze(
  args: readonly string[],
  { cwd = repository, stdin = '', env = { NO_COLOR: '1' }, nodeArgs = [] }: Surroundings = {},
): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    ['--conditions=raftlens-source', ...nodeArgs, entry, ...args],
    {
      cwd,
      env,
    },
  );
  // A command that does not read its input closes it, which is no failure.
  const input = typeof stdin === 'string' || Buffer.isBuffer(stdin) ? [stdin] : stdin;
  pipeline(Readable.from(input), child.stdin, () => {});
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: child.exitCode, stdout, stderr };
}
