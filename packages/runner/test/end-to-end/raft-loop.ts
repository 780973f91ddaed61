import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { shellWord } from '../../src/cli/shell-word.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const program = [
  process.execPath,
  '--conditions=raftlens-source',
  join(root, 'packages', 'runner', 'src', 'cli.ts'),
];

/** How a whole process ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which `raft-loop` is called, and where it is on the PATH. */
export interface Place {
  readonly folder: string;
  /** Starts `raft-loop` with these arguments. */
  start(args: readonly string[]): Started;
  /** The same, to its end. */
  loop(...args: readonly string[]): Promise<Ended>;
  /** Has a shell run a command that was printed. */
  paste(command: string): Promise<Ended>;
  remove(): void;
}

/** A process that runs. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Makes an empty folder to call the program in, from its sources. */
export function makePlace(): Place {
  const home = mkdtempSync(join(tmpdir(), 'raft-loop-'));
  const bin = join(home, 'bin');
  const folder = join(home, 'here');
  mkdirSync(bin);
  mkdirSync(folder);
  const shim = join(bin, 'raft-loop');
  writeFileSync(shim, `#!/bin/sh\nexec ${program.map(shellWord).join(' ')} "$@"\n`);
  chmodSync(shim, 0o755);

  const begin = (file: string, args: readonly string[]): Started => {
    const env = {
      ...{ ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    };
    const child = spawn(file, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    return { child, ended: endOf(child) };
  };
  // The program itself and not the shim, so that a signal reaches it.
  const [node = '', ...script] = program;
  const start = (args: readonly string[]): Started => begin(node, [...script, ...args]);
  return {
    folder,
    start,
    loop: (...args) => start(args).ended,
    paste: (command) => begin('sh', ['-c', command]).ended,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function endOf(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
