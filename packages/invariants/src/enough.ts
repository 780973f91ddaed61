import type { Basis } from './rule.ts';

/** What the rule saw is enough. */
export const enough: Basis = { enough: true };

/** What the rule would have needed is not in the trace. */
export function missing(what: string): Basis {
  return { enough: false, missing: what };
}
