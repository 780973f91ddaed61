import type { Entry } from '@raftlens/core';
import type { Facts } from './facts.ts';
import type { Violation } from './violation.ts';

/** An entry that a server handed to its state machine, and the term in which one did so first. */
export interface Committed {
  readonly entry: Entry;
  readonly inTerm: number;
}

/** What the checks have to remember of a run. */
export interface History {
  /** Who led, by term. */
  readonly leaders: ReadonlyMap<number, string>;
  /** By index, from 1 on. */
  readonly committed: readonly Committed[];
}

/** What a server handed to its state machine in one step. */
export interface Applied {
  readonly entries: readonly Entry[];
  /** Index of the first of them. */
  readonly from: number;
}

/** The history of a cluster in which nothing has happened. */
export const emptyHistory: History = { leaders: new Map(), committed: [] };

/** What a step adds to the history, or what it contradicts there. */
export function remember(history: History, applied: Applied, after: Facts): History | Violation {
  const committed = rememberApplied(history.committed, applied, after);
  if ('property' in committed) return committed;
  const leaders = rememberLeader(history.leaders, after);
  if ('property' in leaders) return leaders;
  const same = committed === history.committed && leaders === history.leaders;
  return same ? history : { leaders, committed };
}

/** Election Safety (Raft Figure 3): at most one leader in a term, over the whole run. */
function rememberLeader(
  leaders: ReadonlyMap<number, string>,
  { id, term, leads }: Facts,
): ReadonlyMap<number, string> | Violation {
  if (!leads || leaders.get(term) === id) return leaders;
  const other = leaders.get(term);
  if (other !== undefined) {
    return { property: 'election-safety', message: `term ${term} has leaders ${other} and ${id}` };
  }
  return new Map([...leaders, [term, id]]);
}

/** State Machine Safety (Raft Figure 3): at one index, every server applies the same entry. */
function rememberApplied(
  committed: readonly Committed[],
  { entries, from }: Applied,
  { id, term }: Facts,
): readonly Committed[] | Violation {
  let all = committed;
  for (const [offset, entry] of entries.entries()) {
    const index = from + offset;
    const known = all[index - 1]?.entry;
    if (known === undefined) {
      all = [...all, { entry, inTerm: term }];
    } else if (known.term !== entry.term || known.hash !== entry.hash) {
      const what = `${show(entry)} at index ${index}, where ${show(known)} was applied`;
      return { property: 'state-machine-safety', message: `${id} applies ${what}` };
    }
  }
  return all;
}

function show(entry: Entry): string {
  return `${entry.hash} of term ${entry.term}`;
}
