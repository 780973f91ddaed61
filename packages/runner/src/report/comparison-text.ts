import { escapeText } from '@raftlens/trace/escape-text';
import type { RateComparison } from '../statistics/compare-rates.ts';
import { type FailureRate, percent, rateWords } from './failure-rate.ts';

/** One of two loops that are compared. */
export interface Compared {
  readonly folder: string;
  readonly argv: string | undefined;
  readonly passed: number;
  readonly failed: number;
  readonly rate: FailureRate | undefined;
}

/** Two loops, and what a change between them did. */
export interface ComparedPair {
  readonly before: Compared;
  readonly after: Compared;
  readonly comparison: RateComparison;
}

/** A comparison in three or four lines. */
export function comparisonText({ before, after, comparison }: ComparedPair): string {
  const { verdict, chance, cleanRunsLeft } = comparison;
  const lines = [side('before', before), side('after', after)];
  const likely = `chance alone does as much with ${percent(chance)}`;
  if (verdict === 'fixed') lines.push(`Fixed, or rarer by more than chance: ${likely}`);
  else if (verdict === 'worse') lines.push(`Worse: ${likely}`);
  else {
    lines.push(`Cannot tell: ${likely}`);
    lines.push(
      Number.isFinite(cleanRunsLeft)
        ? `${cleanRunsLeft.toLocaleString('en')} more clean runs after the change would show it`
        : 'Nothing failed before: no number of clean runs can show that it is rarer now',
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The same for machines. */
export function comparisonJson({
  before,
  after,
  comparison,
}: ComparedPair): Readonly<Record<string, unknown>> {
  const { verdict, chance, cleanRunsLeft } = comparison;
  const plain = ({ argv, rate, ...rest }: Compared) => ({ ...rest, rate: rate ?? null });
  return {
    schema: 'raft-loop-compare/1',
    ...{ verdict, chance, cleanRunsLeft: Number.isFinite(cleanRunsLeft) ? cleanRunsLeft : null },
    ...{ before: plain(before), after: plain(after) },
  };
}

function side(name: string, { folder, passed, failed, rate }: Compared): string {
  const runs = passed + failed;
  const words = rate === undefined ? '' : `, ${rateWords({ passed, failed }, rate)}`;
  return `${`${name}:`.padEnd(8)} ${failed} of ${runs} failed${words} (${escapeText(folder, 60)})`;
}
