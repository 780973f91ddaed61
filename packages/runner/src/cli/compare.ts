import process from 'node:process';
import { loopIn, readEarlier } from '../command/earlier-loop.ts';
import { createRunTally } from '../command/run-tally.ts';
import { type Compared, comparisonJson, comparisonText } from '../report/comparison-text.ts';
import { failureRate } from '../report/failure-rate.ts';
import { compareRates } from '../statistics/compare-rates.ts';
import { exitCode } from './exit-code.ts';
import type { OtherWork } from './other-work.ts';

type Compare = Extract<OtherWork, { kind: 'compare' }>;

/**
 * Says whether a change made failures rarer. Exit code 0 where it did, 1 where it made them more
 * frequent, 125 where the runs cannot tell; or a message on wrong usage.
 */
export async function compare({ before, after, flags }: Compare): Promise<number | string> {
  const sides: Compared[] = [];
  for (const named of [before, after]) {
    const folder = loopIn(named);
    if (folder === undefined) return `${named} holds no loop`;
    const tally = createRunTally();
    const earlier = await readEarlier(folder, tally.add);
    for (const line of earlier?.broken ?? []) {
      process.stderr.write(`raft-loop: ${folder}/runs.jsonl:${line}: not a run; it is left out\n`);
    }
    const { passed, failed } = tally;
    const rate = failureRate({ passed, failed }, flags.confidence);
    sides.push({ folder, argv: earlier?.header.argv, passed, failed, rate });
  }
  const [one, other] = sides;
  if (one === undefined || other === undefined) return exitCode.nothingRan;
  if (one.argv !== undefined && other.argv !== undefined && one.argv !== other.argv) {
    process.stderr.write('raft-loop: the two loops ran different commands\n');
  }
  const count = ({ passed, failed }: Compared) => ({ failed, runs: passed + failed });
  const comparison = compareRates(count(one), count(other), flags.confidence);
  const pair = { before: one, after: other, comparison };
  process.stdout.write(
    flags.json ? `${JSON.stringify(comparisonJson(pair), undefined, 2)}\n` : comparisonText(pair),
  );
  if (comparison.verdict === 'fixed') return exitCode.passed;
  return comparison.verdict === 'worse' ? exitCode.failed : exitCode.inconclusive;
}
