import { Buffer } from 'node:buffer';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, renderAnalysis } from '@raftlens/analyzer';
import { root } from '../bootstrap/root.mjs';
import { drawFrom, mutatedLines } from './mutated-lines.ts';

/** Lines that one analysis reads: many small ones reach more states than a large one. */
const linesAtOnce = 5000;

/**
 * Analyses so many mutated lines of our samples, in the order of `seed`, and shows each analysis.
 * Throws where a line is lost or counted twice; gives the sums of the counts.
 */
export async function fuzzAnalyze(count: number, seed: number): Promise<Counts> {
  const files = [...globSync('traces/**/*.{log,jsonl}', { cwd: root }), ...samples()].sort();
  const lines = files.map((file) => linesOf(join(root, file)));
  const total: Counts = { lines: 0, events: 0, ignored: 0, broken: 0 };
  for (let batch = 0; total.lines < count; batch += 1) {
    const draw = drawFrom(seed + batch);
    const size = Math.min(linesAtOnce, count - total.lines);
    const bytes = mutatedLines(lines[batch % lines.length] ?? [], size, draw);
    const { counts, ...rest } = await analyze([source(bytes, 1 + draw(100_000))]);
    await renderAnalysis({ counts, ...rest }, { width: 80, colour: false });
    const { events, ignored, broken } = counts;
    if (counts.lines !== size || events + ignored + broken !== size) {
      throw new Error(`seed ${seed + batch}: ${size} lines became ${JSON.stringify(counts)}`);
    }
    total.lines += size;
    total.events += events;
    total.ignored += ignored;
    total.broken += broken;
  }
  return total;
}

/** Where every line went. */
export interface Counts {
  lines: number;
  events: number;
  ignored: number;
  broken: number;
}

function samples(): readonly string[] {
  return globSync('packages/trace/samples/*.jsonl', { cwd: root });
}

function linesOf(path: string): readonly Buffer[] {
  const text = readFileSync(path, 'latin1').split('\n');
  return text.slice(0, 5000).map((line) => Buffer.from(line, 'latin1'));
}

function source(bytes: Buffer, size: number) {
  return {
    name: 'mutated',
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}
