import { cleanRunsBound } from './confidence.ts';
import { failureRate, nextClaim, percent, rateWords, usualConfidence } from './failure-rate.ts';
import type { LoopReport } from './loop-report.ts';

/** What runs show of the rate of failures: never that there is no bug. */
export function proofText({
  runs,
  failed,
  command,
  confidence = usualConfidence,
}: Pick<LoopReport, 'runs' | 'failed' | 'command' | 'confidence'>): string {
  const shown = { passed: command?.passed ?? runs - failed, failed };
  const rate = command?.rate ?? failureRate(shown, confidence);
  if (rate === undefined) return '';
  if (failed > 0) return `${rateWords(shown, rate)}\n`;
  const oneIn = Math.floor(1 / cleanRunsBound(shown.passed, confidence));
  // A handful of runs proves next to nothing, which is not worth a line.
  if (oneIn < 2) return '';
  const sure = percent(confidence);
  const bound = `With ${sure} confidence fewer than 1 run in ${oneIn.toLocaleString('en')} fails`;
  const next = nextClaim(shown.passed, confidence);
  if (next === undefined) return `${bound}\n`;
  const [more, claim] = [next.cleanRuns, next.oneIn].map((each) => each.toLocaleString('en'));
  return `${bound}; ${more} more clean runs to claim < 1/${claim}\n`;
}
