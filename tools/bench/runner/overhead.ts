import { rmSync } from 'node:fs';
import { type Cost, measureProgram } from '../analyse/measure-program.ts';
import type { BenchFlags } from './bench-flags.ts';
import { lay, mebibytes, ms } from './lay-out.ts';
import { type Looper, loopers, loopsFolder } from './loopers.ts';

/** A command that does nothing and is no part of a shell. */
const nothing = '/bin/true';

/** A looper with the cheapest of its rounds: one run, which is its start, and all of them. */
interface Measured extends Looper {
  readonly runs: number;
  start: Cost;
  whole: Cost;
}

/** What looping a command that does nothing costs, in turns, start left out and told. */
export async function overhead({ runs, rounds }: BenchFlags): Promise<void> {
  process.stdout.write(
    `\n${runs} runs of ${nothing}, the cheapest of ${rounds} rounds; ours with a log, a line of ` +
      'the ledger\nand a process group for each. Own CPU: user and system, without the runs\n' +
      lay('', 'wall a run', '× bash for', 'own CPU a run', 'start', 'peak memory'),
  );
  const all: Measured[] = [];
  for (const looper of loopers()) {
    const fewer = Math.max(2, Math.round(runs / (looper.slower ?? 1)));
    const [start, whole] = [await round(looper, 1), await round(looper, fewer)];
    all.push({ ...looper, runs: fewer, start, whole });
  }
  for (let again = 1; again < rounds; again += 1) {
    for (const each of all) {
      each.start = cheaper(each.start, await round(each, 1));
      each.whole = cheaper(each.whole, await round(each, each.runs));
    }
  }
  let yardstick: number | undefined;
  for (const { name, start, whole, runs: made } of all) {
    const wall = (whole.wallMs - start.wallMs) / (made - 1);
    // What is over before it was looked at has taken none that counts.
    const cpu = ((whole.cpuMs ?? 0) - (start.cpuMs ?? 0)) / (made - 1);
    yardstick ??= wall;
    const ratio = (wall / yardstick).toFixed(2);
    process.stdout.write(
      lay(name, ms(wall), ratio, ms(cpu), ms(start.wallMs), mebibytes(whole.peakMiB)),
    );
  }
}

function round({ name, line }: Looper, runs: number): Promise<Cost> {
  rmSync(loopsFolder, { recursive: true, force: true });
  const [command = '', ...args] = line(runs, [nothing]);
  return measureProgram({ name, command, args });
}

function cheaper(a: Cost, b: Cost): Cost {
  return {
    wallMs: Math.min(a.wallMs, b.wallMs),
    cpuMs: Math.min(a.cpuMs ?? 0, b.cpuMs ?? 0),
    peakMiB: Math.max(a.peakMiB ?? 0, b.peakMiB ?? 0),
  };
}
