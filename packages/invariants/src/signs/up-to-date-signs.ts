import type { MakeSignWatch } from './sign.ts';
import { createVariantTable, type Variant } from './variants.ts';

interface Logs {
  readonly term: number;
  readonly index: number;
  readonly ownTerm: number;
  readonly ownIndex: number;
}

const variants: readonly Variant<Logs>[] = [
  {
    bug: undefined,
    decide: ({ term, index, ownTerm, ownIndex }) =>
      term === ownTerm ? index >= ownIndex : term > ownTerm,
  },
  { bug: 'up-to-date-by-length', decide: ({ index, ownIndex }) => index >= ownIndex },
  { bug: 'up-to-date-by-term', decide: ({ term, ownTerm }) => term >= ownTerm },
  {
    bug: 'up-to-date-by-both',
    decide: ({ term, index, ownTerm, ownIndex }) => term >= ownTerm && index >= ownIndex,
  },
  {
    bug: 'up-to-date-strictly',
    decide: ({ term, index, ownTerm, ownIndex }) =>
      term === ownTerm ? index > ownIndex : term > ownTerm,
  },
  { bug: 'no-up-to-date-check', decide: () => true },
];

/** How the logs of voter and candidate are compared (Raft §5.4.1): by which rule all votes fit. */
export const upToDateSigns: MakeSignWatch = (tell, deny) => {
  const table = createVariantTable(variants);
  return {
    step({ events }) {
      for (const event of events) {
        if (event.event !== 'vote.granted' && event.event !== 'vote.denied') continue;
        if (event.event === 'vote.denied' && event.cause !== 'log-behind') continue;
        const { candidateLastLogTerm: term, candidateLastLogIndex: index } = event;
        const { lastLogTerm: ownTerm, lastLogIndex: ownIndex } = event;
        if (term === undefined || index === undefined) continue;
        if (ownTerm === undefined || ownIndex === undefined) continue;
        table.see({ term, index, ownTerm, ownIndex }, event.event === 'vote.granted', [event]);
      }
    },
    end() {
      for (const [bug, logs] of table.out) deny(bug, () => wordsOf(logs));
      table.tellLeft(
        tell,
        0.97,
        (times) => `all votes of the trace fit this rule, and ${times} of them fit no correct one`,
      );
    },
  };
};

function wordsOf({ term, index, ownTerm, ownIndex }: Logs): string {
  return (
    `an answer to a candidate whose log ends in ${index}@${term}, by a voter whose log ends in ` +
    `${ownIndex}@${ownTerm}, does not fit it`
  );
}
