import type { BareEvent } from './bare-event.ts';

/** The last term that each server showed, in each of its groups. */
export interface LastTerms {
  note(event: BareEvent): void;
  /** Whether the event shows a smaller term than its server did before in its group. */
  isBehind(event: BareEvent): boolean;
}

/** Begins with no term known. */
export function createLastTerms(): LastTerms {
  const terms = new Map<string, number>();
  // Most events are of the term of the one before.
  let node: string | undefined;
  let group: string | undefined;
  let term = 0;
  return {
    note(event) {
      if (event.node === undefined || event.term === undefined) return;
      if (event.node === node && event.group === group && event.term === term) return;
      node = event.node;
      group = event.group;
      term = event.term;
      terms.set(keyOf(event), term);
    },
    isBehind: (event) => event.term !== undefined && event.term < (terms.get(keyOf(event)) ?? 0),
  };
}

function keyOf({ node = '', group }: BareEvent): string {
  return group === undefined ? node : `${group}/${node}`;
}
