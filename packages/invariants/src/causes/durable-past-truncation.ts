import type { Cause } from '../cause.ts';

/** A write counts as durable although it was truncated since. */
export const durablePastTruncation: Cause = {
  name: 'durable-past-truncation',
  title: 'A write counts as durable although it was truncated since',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'Writes run in the background. One completes after its entries were replaced, and the ' +
    'server notes that everything up to its last index is durable. The new entries there are ' +
    'not. As leader it then counts itself too early. Completions have to be matched with what ' +
    'the log holds now (thesis §10.2.1).',
  explain: () => undefined,
};
