import { statSync } from 'node:fs';
import { countsAs } from './counts-as.ts';
import type { LoopOptions } from './loop-options.ts';
import type { Judgement } from './verdict-rules.ts';

/** What the logs of a run say of it. */
export interface InspectedRun {
  readonly judgement: Judgement;
  readonly rule: string | undefined;
}

/** A longer output is a flood, which is not worth the time unless the user asks, bytes. */
const longestLog = 16 * 1024 * 1024;

/**
 * Asks which rule the logs of a run break: of a run that failed, to tell its cause; of one that
 * passed where that is wanted, as it fails then: no test has seen what it did.
 */
export async function inspectRun(
  { brokenRule, inspectPasses = false }: Pick<LoopOptions, 'brokenRule' | 'inspectPasses'>,
  log: string,
  judgement: Judgement,
): Promise<InspectedRun> {
  const side = countsAs(judgement.verdict);
  const wanted = side === 'fail' ? sizeOf(log) <= longestLog : side === 'pass' && inspectPasses;
  if (brokenRule === undefined || !wanted) return { judgement, rule: undefined };
  const rule = await brokenRule(log);
  if (rule === undefined || side === 'fail') return { judgement, rule };
  const why = `silent violation: it passed, and its log breaks ${rule}`;
  return { judgement: { verdict: 'FAIL', why }, rule };
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    // The disk is gone, or the command has removed it: nothing to ask.
    return Number.POSITIVE_INFINITY;
  }
}
