// npm run bench -- formats [MB...]: raft-analyze with every rule on foreign logs, start-up
// included, beside grep and a script that parses each line. The largest size meets the others.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fitExponent } from '../analyse/fit-exponent.ts';
import { cheapest, type MeasuredProgram } from '../analyse/measure-program.ts';
import { analysing } from '../analyse/peers.ts';
import { nodePath } from '../run-quietly.ts';
import { logFile } from './log-file.ts';
import { type LogKind, logKinds } from './log-kinds.ts';

const defaultSizes = [16, 64];
const rounds = 3;

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : defaultSizes;
if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) {
  process.stderr.write('bench: formats takes sizes in MB, for instance 16 64\n');
  process.exit(2);
}

process.stdout.write(`formats: MB/s of CPU time, the cheapest of ${rounds} runs\n`);
for (const kind of logKinds) await measureKind(kind);

/** A line for everybody on the largest size, and how ours grows. */
async function measureKind(kind: LogKind): Promise<void> {
  process.stdout.write(`\n${kind.name}\n`);
  const inOrder = sizes.toSorted((a, b) => a - b);
  const largest = logFile(kind, (inOrder.at(-1) ?? 1) * 1e6);
  for (const program of peersOn(largest)) await measure(program, largest);
  const points: { events: number; ms: number }[] = [];
  for (const size of inOrder) {
    const file = logFile(kind, size * 1e6);
    const ms = await measure(analysing(`raft-analyze, ${size} MB`, file), file);
    points.push({ events: size, ms });
  }
  if (points.length < 2) return;
  process.stdout.write(`  CPU time grows as size^${fitExponent(points).toFixed(3)}\n`);
}

async function measure(program: MeasuredProgram, file: string): Promise<number> {
  const { cpuMs, wallMs, peakMiB } = await cheapest(program, rounds);
  const ms = cpuMs ?? wallMs;
  const speed = statSync(file).size / 1000 / ms;
  const memory = peakMiB === undefined ? '' : `${Math.round(peakMiB)} MiB`;
  process.stdout.write(
    `  ${program.name.padEnd(36)}${speed.toFixed(0).padStart(8)} MB/s${memory.padStart(12)}\n`,
  );
  return ms;
}

function peersOn(file: string): readonly MeasuredProgram[] {
  const script = fileURLToPath(new URL('./parse-lines.ts', import.meta.url));
  return [
    { name: 'grep -c', command: 'grep', args: ['-c', 'leader', file] },
    { name: 'readline and JSON.parse', command: nodePath, args: [script, file] },
  ];
}
