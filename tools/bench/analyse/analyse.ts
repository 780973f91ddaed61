// npm run bench -- analyse [EVENTS...]: raft-analyze with every rule, start-up included, beside
// what else reads such a file, in the same run. The largest size meets the others.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputFolder } from '../run-quietly.ts';
import { fitExponent, type Point } from './fit-exponent.ts';
import { type Cost, cheapest } from './measure-program.ts';
import { analysing, peersOn } from './peers.ts';
import { traceFile } from './trace-file.ts';

const defaultSizes = [100_000, 300_000, 1_000_000];
const rounds = 3;

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : defaultSizes;
if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) {
  process.stderr.write('bench: analyse takes numbers of events, for instance 100000 5000000\n');
  process.exit(2);
}

await compare(Math.max(...sizes));
if (sizes.length > 1) await grow(sizes.toSorted((a, b) => a - b));

/** A table of everybody on one file. */
async function compare(events: number): Promise<void> {
  const file = await traceFile(events);
  process.stdout.write(
    `analyse: a trace of ${events} events, the cheapest of ${rounds} runs\n` +
      row(['', 'wall', '× wc -l', 'CPU', 'events/s', 'peak memory']),
  );
  let yardstick: number | undefined;
  for (const program of peersOn(file)) {
    const cost = await cheapest(program, rounds);
    yardstick ??= cost.wallMs;
    process.stdout.write(
      row([
        program.name,
        seconds(cost.wallMs),
        (cost.wallMs / yardstick).toFixed(1),
        seconds(cost.cpuMs),
        Math.round((events / cost.wallMs) * 1000).toLocaleString('en-GB'),
        memory(cost),
      ]),
    );
  }
}

/** Time and memory of ours by size, and the exponent. */
async function grow(all: readonly number[]): Promise<void> {
  const one = join(inputFolder, 'one-event.jsonl');
  writeFileSync(one, '{"time":1,"event":"test.started","test":"none"}\n');
  const start = await cheapest(analysing('one event', one), rounds);
  process.stdout.write(`\nby size, less the start of ${seconds(start.wallMs)}\n`);
  const points: Point[] = [];
  for (const events of all) {
    const cost = await cheapest(analysing(`${events} events`, await traceFile(events)), rounds);
    const ms = (cost.cpuMs ?? cost.wallMs) - (start.cpuMs ?? start.wallMs);
    points.push({ events, ms });
    const name = `${events.toLocaleString('en-GB')} events`;
    process.stdout.write(row([name, seconds(cost.wallMs), '', seconds(ms), '', memory(cost)]));
  }
  process.stdout.write(`CPU time grows as events^${fitExponent(points).toFixed(3)}\n`);
}

function row([name = '', ...cells]: readonly string[]): string {
  return `  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(13)).join('')}\n`;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? '–' : `${(ms / 1000).toFixed(2)} s`;
}

function memory({ peakMiB }: Cost): string {
  return peakMiB === undefined ? '–' : `${Math.round(peakMiB)} MiB`;
}
