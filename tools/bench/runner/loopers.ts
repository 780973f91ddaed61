import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../bootstrap/root.mjs';
import { inputFolder, nodePath } from '../run-quietly.ts';

/** Something that runs a command again and again. */
export interface Looper {
  readonly name: string;
  /** The words that run the command so many times. */
  readonly line: (runs: number, command: readonly string[]) => readonly string[];
  /** So many fewer runs are enough to tell, because each takes so long. */
  readonly slower?: number | undefined;
}

/** Where our own loops of the bench go. */
export const loopsFolder: string = join(inputFolder, 'runner');

const ours = (more: readonly string[]): Looper['line'] => {
  return (runs, command) => [
    // Past the starter of the package manager, which is a shell script: it is not what is measured.
    ...[nodePath, join(root, 'packages', 'runner', 'bin', 'raft-loop.js')],
    ...['--num', String(runs), '--out', loopsFolder, ...more, '--', ...command],
  ];
};

const shell = (script: (runs: number, command: string) => string): Looper['line'] => {
  return (runs, command) => ['bash', '-c', script(runs, command.join(' '))];
};

/** The yardstick, ours, and what else is installed here. */
export function loopers(): readonly Looper[] {
  const stress = found('stress') ?? found(join(homedir(), 'go', 'bin', 'stress'));
  return [
    { name: 'bash for', line: shell((runs, what) => `for i in $(seq ${runs}); do ${what}; done`) },
    { name: 'raft-loop', line: ours([]) },
    { name: 'raft-loop -p 2', line: ours(['-p', '2']) },
    ...have('xargs', (runs, what) => ['xargs', '-a', numbers(runs), '-n1', '-P1', ...what]),
    ...(stress === undefined || !isStressOfGo(stress)
      ? []
      : [goStress('stress', stress, 1), goStress('stress -p 2', stress, 2)]),
    ...have('hyperfine', (runs, what) => [
      'hyperfine',
      '-N',
      '--runs',
      String(runs),
      what.join(' '),
    ]),
    ...have('loop', (runs, what) => ['loop', '--num', String(runs), '--', what.join(' ')]),
    ...have(
      'parallel',
      (runs, what) => ['parallel', '-a', numbers(runs), '-j1', '-n0', ...what],
      5,
    ),
  ];
}

/** A file with so many lines, for those that take something in turn. */
export function numbers(runs: number): string {
  const file = join(inputFolder, `numbers-${runs}`);
  mkdirSync(inputFolder, { recursive: true });
  writeFileSync(file, Array.from({ length: runs }, (_, index) => `${index + 1}\n`).join(''));
  return file;
}

function goStress(name: string, file: string, jobs: number): Looper {
  const line: Looper['line'] = (runs, command) => [
    ...[file, '-count', String(runs), '-p', String(jobs), ...command],
  ];
  return { name, line };
}

/** There is a program of that name which loads the machine; the one of Go knows `-failfast`. */
function isStressOfGo(file: string): boolean {
  return spawnSync(file, ['-h'], { encoding: 'utf8' }).stderr.includes('-failure');
}

function have(program: string, line: Looper['line'], slower?: number): readonly Looper[] {
  return found(program) === undefined ? [] : [{ name: program, line, slower }];
}

function found(program: string): string | undefined {
  const { status } = spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
  return status === 0 ? program : undefined;
}
