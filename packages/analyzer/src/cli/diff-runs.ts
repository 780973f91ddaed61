import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { divergenceText } from '../diff/divergence-text.ts';
import { type LoggedRun, nearestRun } from '../diff/nearest-run.ts';
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
  const files = passing.flatMap((path) => filesOf(path, failing));
  const nearest = await interruptible((signal) =>
    nearestRun(files.map(runOf), runOf(failing), { signal, format: named.format }, (problem) =>
      process.stderr.write(`raft-analyze: ${problem}\n`),
    ),
  );
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

function runOf(file: string): LoggedRun {
  return { name: file, sources: [fileSource(file)] };
}

/** A file, or the traces in a folder except the one to compare with them. */
function filesOf(path: string, failing: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jsonl|log)(\.gz|\.zst)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => resolve(file) !== resolve(failing))
    .sort();
}
