import { rmSync } from 'node:fs';
import { type Cost, measureProgram } from '../analyse/measure-program.ts';
import { nodePath } from '../run-quietly.ts';
import type { BenchFlags } from './bench-flags.ts';
import { lay, mebibytes, ms } from './lay-out.ts';
import { type Looper, loopers, loopsFolder } from './loopers.ts';

/** Others keep the output of a run in memory, so that they get less of it. */
const floodOfOthers = 200_000_000;

/** The most memory, after many runs and under a flood of output. */
export async function memory({ many, flood }: BenchFlags): Promise<void> {
  process.stdout.write(`\nmemory\n${lay('', 'wall', 'own CPU', 'peak memory')}`);
  const bare = await measureProgram({ name: 'node', command: nodePath, args: ['-e', sleepABit] });
  print('node that does nothing', bare);
  const all = loopers();
  const ours = all.filter(({ name }) => name === 'raft-loop');
  for (const looper of ours) {
    print(
      `${looper.name}, ${many.toLocaleString('en-GB')} runs`,
      await loop(looper, many, ['/bin/true']),
    );
  }
  for (const looper of all.filter(({ name }) => /^(raft-loop|stress|parallel)$/.test(name))) {
    const bytes = looper.name === 'raft-loop' ? flood : Math.min(flood, floodOfOthers);
    const name = `${looper.name}, ${(bytes / 1e9).toLocaleString('en-GB')} GB from one run`;
    print(name, await loop(looper, 1, ['head', '-c', String(bytes), '/dev/zero']));
  }
}

/** Long enough to be looked at. */
const sleepABit = 'setTimeout(() => {}, 50)';

function loop({ name, line }: Looper, runs: number, what: readonly string[]): Promise<Cost> {
  rmSync(loopsFolder, { recursive: true, force: true });
  const [command = '', ...args] = line(runs, what);
  return measureProgram({ name, command, args });
}

function print(name: string, { wallMs, cpuMs, peakMiB }: Cost): void {
  process.stdout.write(lay(name, ms(wallMs), ms(cpuMs), mebibytes(peakMiB)));
}
