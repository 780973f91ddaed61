import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { escapeText } from '@raftlens/trace/escape-text';
import { type ChangeRuns, type SearchResult, searchChange } from '../bisect/search-change.ts';
import {
  type Commit,
  commitsBetween,
  GitProblem,
  makeWorktree,
  type Worktree,
} from '../bisect/worktree.ts';
import { childCommand } from '../command/child-command.ts';
import { asIs } from '../command/compilation.ts';
import { compileOnce } from '../command/compile-once.ts';
import { loopCommand } from '../command/loop-command.ts';
import { createRunTally } from '../command/run-tally.ts';
import { percent } from '../report/failure-rate.ts';
import { exitCode } from './exit-code.ts';
import { catchSignals } from './interruption.ts';
import type { BisectWork } from './other-work.ts';

/** Searches the commit from which on the command fails; gives the exit code, or a message. */
export async function bisect(work: BisectWork): Promise<number | string> {
  const interruption = catchSignals();
  let tree: Worktree | undefined;
  try {
    const commits = commitsBetween(work.good, work.bad);
    tree = makeWorktree(commits.at(-1)?.hash ?? work.bad);
    const result = await search(work, commits, tree, interruption.signal);
    tell(work, commits, result);
    return interruption.code ?? codeOf(result);
  } catch (error) {
    if (error instanceof GitProblem) return error.message;
    throw error;
  } finally {
    tree?.remove();
    interruption.release();
  }
}

function codeOf({ kind, runs }: SearchResult): number {
  if (kind === 'found') return exitCode.passed;
  return runs === 0 && kind === 'stopped' ? exitCode.nothingRan : exitCode.inconclusive;
}

function search(
  work: BisectWork,
  commits: readonly Commit[],
  tree: Worktree,
  signal: AbortSignal,
): Promise<SearchResult> {
  const { rate, flags } = work;
  let seed = flags.firstSeed;
  return searchChange({
    ...{ changes: commits.length, rate, confidence: flags.confidence },
    run: async (change, most) => {
      tree.checkOut(commits[change]?.hash ?? '');
      const made = await runAt(work, tree, { seed, most, signal });
      // Other seeds each time: the same ones would show again what they have shown.
      seed += most;
      return made;
    },
    onStep: ({ change, passed, failed, likeliest, share }) => {
      const at = nameOf(commits[change]);
      const words =
        passed + failed === 0 ? 'cannot be tested' : `${passed} passed, ${failed} failed`;
      const guess = `likeliest ${nameOf(commits[likeliest])}, ${percent(share)}`;
      process.stderr.write(`${at}: ${words}; ${guess}\n`);
    },
  });
}

/** Runs the command at what is checked out until it fails. */
async function runAt(
  { command, loop, flags }: BisectWork,
  tree: Worktree,
  {
    seed,
    most,
    signal,
  }: { readonly seed: number; readonly most: number; readonly signal: AbortSignal },
): Promise<ChangeRuns> {
  const tally = createRunTally();
  const { plan, compile, race } = loop;
  const folder = mkdtempSync(join(tree.beside, 'runs-'));
  const build = compile
    ? await compileOnce(command, { folder, race, signal, cwd: tree.place })
    : asIs;
  // What does not compile says nothing of how often it fails.
  if (build.kind === 'failed') return { passed: 0, failed: 0, stopped: signal.aborted };
  const usual = { words: childCommand(command), cwd: tree.place };
  const stop = { ...plan.stop, num: most, maxFails: { value: 1, percent: false } };
  const result = await loopCommand({
    ...{ command, jobs: flags.jobs, firstSeed: seed, keep: false, folder },
    compiled: build.kind === 'compiled' ? build.command : usual,
    plan: { ...plan, stop },
    ...{ tally, signal, append: () => {}, onRun: tally.add },
  });
  rmSync(folder, { recursive: true, force: true });
  if (result.unstartable !== undefined) process.stderr.write(`raft-loop: ${result.unstartable}\n`);
  const { passed, failed } = tally;
  return { passed, failed, stopped: result.interrupted || result.outOfTime };
}

function tell(
  { flags, good, bad }: BisectWork,
  commits: readonly Commit[],
  result: SearchResult,
): void {
  const { kind, shares, likeliest, runs, failed } = result;
  const open = commits
    .map((commit, change) => ({ ...commit, share: shares[change] ?? 0 }))
    .filter(({ share }) => share > 0.001)
    .sort((a, b) => b.share - a.share);
  if (flags.json) {
    const report = { schema: 'raft-loop-bisect/1', result: kind, runs, failed, good, bad };
    process.stdout.write(`${JSON.stringify({ ...report, commits: open }, undefined, 2)}\n`);
    return;
  }
  const sum = `${runs} runs, ${failed} of which failed`;
  const list = open
    .slice(0, 10)
    .map(({ hash, subject, share }) => `  ${percent(share)}  ${hash} ${escapeText(subject, 60)}\n`)
    .join('');
  const heads = {
    found: `It fails since ${nameOf(commits[likeliest])}, after ${sum}:\n${list}`,
    'never failed': `At ${nameOf(commits.at(-1))} nothing failed: the rate is lower; ${sum}\n`,
    untestable: `The runs at the commits that are left show nothing; ${sum}:\n${list}`,
    stopped: `Ended before it was clear, after ${sum}:\n${list}`,
  };
  process.stdout.write(heads[kind]);
}

function nameOf(commit: Commit | undefined): string {
  return commit === undefined ? '?' : commit.hash.slice(0, 12);
}
