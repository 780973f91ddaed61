import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { divergenceText } from '../diff/divergence-text.ts';
import { type Comparison, firstDivergence } from '../diff/first-divergence.ts';
import { type EventStreamOptions, openEventStream } from '../input/event-stream.ts';
import { fileSource } from '../input/file-source.ts';
import type { AnalyzeFlags } from './analyze-flags.ts';
import { definitionProblems } from './definition-problems.ts';
import { exitCode } from './exit-code.ts';
import { formatOf } from './format-of.ts';
import { interruptible } from './interruptible.ts';
import { terminalPage } from './terminal-page.ts';
import { writeOut } from './write-out.ts';

/**
 * Compares a failing run with the passing run that goes along with it the longest; a folder stands
 * for the traces in it. Gives the exit code: 0 where they do not part, 1 where they do.
 */
export async function diffRuns(
  passing: readonly string[],
  failing: string,
  options: AnalyzeFlags,
): Promise<number> {
  const named = await formatOf(options.format);
  if (named.kind === 'problems') return definitionProblems(named.problems);
  const files = passing.flatMap(filesOf).filter((file) => file !== failing);
  let nearest: Compared | undefined;
  for (const file of files) {
    const compared = await interruptible((signal) =>
      compare(file, failing, { signal, format: named.format }),
    );
    if (compared.problem !== undefined) {
      process.stderr.write(`raft-analyze: ${compared.problem}\n`);
      continue;
    }
    if (nearest === undefined || alikeOf(compared) > alikeOf(nearest)) nearest = compared;
  }
  if (nearest === undefined) {
    process.stderr.write('raft-analyze: there is no passing run to compare with\n');
    return exitCode.unreadable;
  }
  const { comparison, passing: name } = nearest;
  await writeOut(
    options.json
      ? `${JSON.stringify({ passing: name, failing, ...comparison }, undefined, 2)}\n`
      : divergenceText(comparison, name, terminalPage(options.color)),
  );
  return comparison.kind === 'diverges' ? exitCode.violation : exitCode.clean;
}

interface Compared {
  readonly passing: string;
  readonly comparison: Comparison;
  readonly problem: string | undefined;
}

async function compare(
  passing: string,
  failing: string,
  options: EventStreamOptions,
): Promise<Compared> {
  const streams = [passing, failing].map((file) => openEventStream(fileSource(file), options));
  const [pass, fail] = streams.map(({ batches }) => batches);
  if (pass === undefined || fail === undefined) throw new RangeError('two runs are compared');
  const comparison = await firstDivergence(pass, fail);
  const unread = streams
    .map((stream) => stream.report())
    .find(({ format }) => format === 'unknown');
  const why = unread?.problem?.message ?? 'it is in no known format';
  return { passing, comparison, problem: unread && `${unread.file}: ${why}` };
}

function alikeOf({ comparison }: Compared): number {
  // A run that does not part from it is nearest of all.
  return comparison.kind === 'alike' ? Number.POSITIVE_INFINITY : comparison.divergence.alike;
}

function filesOf(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jsonl|log)(\.gz|\.zst)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
