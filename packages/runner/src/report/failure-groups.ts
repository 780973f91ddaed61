import type { FailureReport } from './failure-report.ts';

/** Failing runs that failed alike. */
export interface FailureGroup {
  /** The first of them, which stands for all. */
  readonly first: FailureReport;
  /** The others, as far as they are known one by one. */
  readonly others: readonly FailureReport[];
  /** All of them, also those of which no report was made. */
  readonly times: number;
}

/** Sorts failing runs by what failed, in the order in which each kind was seen first. */
export function failureGroups(
  failures: readonly FailureReport[],
  signatures: readonly (readonly [signature: string, times: number])[],
): readonly FailureGroup[] {
  const counts = new Map(signatures);
  const groups = new Map<string, FailureReport[]>();
  for (const failure of failures) {
    const signature = failure.signature ?? failure.message;
    const group = groups.get(signature);
    if (group === undefined) groups.set(signature, [failure]);
    else group.push(failure);
  }
  return [...groups].flatMap(([signature, [first, ...others]]) =>
    first === undefined
      ? []
      : [{ first, others, times: Math.max(counts.get(signature) ?? 0, others.length + 1) }],
  );
}

/** Runs that are named; the ledger has all. */
const named = 8;

/** The runs of a group beside its first, in a line; undefined where there are none. */
export function othersWords({ others, times }: FailureGroup): string | undefined {
  if (times < 2) return undefined;
  const runs = others.slice(0, named).map(({ run }) => String(run));
  const more = times - 1 - runs.length;
  if (runs.length === 0) return `${more} more`;
  const rest = more === 0 ? '' : ` and ${more} more`;
  return `run${runs.length === 1 ? '' : 's'} ${runs.join(', ')}${rest}`;
}
