// Shrinks failing seeds of every bug, as the first failure of a hunt is, and prints how small they
// get and how long it takes: node tools/shrink-bench/shrink-bench.ts [FIRST_SEED [BUG...]]
import process from 'node:process';
import { shrinkFailure } from '@raftlens/loop';
import { type Sample, samplesFrom } from './samples.ts';
import { type Outcome, summaryOf } from './summary.ts';

/** Far more than it takes: steps bound the search, so that other load changes no figure. */
const budgetMs = 60_000;

const [firstSeed = '1', ...only] = process.argv.slice(2);
const outcomes: Outcome[] = [];
for await (const sample of samplesFrom(Number(firstSeed), only)) {
  const outcome = await shrinkSample(sample);
  outcomes.push(outcome);
  process.stderr.write(`${JSON.stringify(outcome)}\n`);
}
process.stdout.write(summaryOf(outcomes));

async function shrinkSample({ failure, ...task }: Sample): Promise<Outcome> {
  const { seed, rule } = failure;
  const before = process.cpuUsage();
  const shrunk = await shrinkFailure({ ...task, seed, rule, budgetMs });
  const { user, system } = process.cpuUsage(before);
  const head = { ...task, seed, rule: rule ?? 'tester', cpuMs: Math.round((user + system) / 1000) };
  if (shrunk === undefined) return head;
  const { before: from, after: to, attempts, finished } = shrunk;
  return { ...head, from, to, attempts, finished };
}
