import type { Cause } from '../cause.ts';

/** A leader takes commands while it hands over. */
export const proposalsDuringTransfer: Cause = {
  name: 'proposals-during-transfer',
  title: 'A leader takes commands while it hands over',
  harmless: false,
  explains: [],
  story:
    'Each new command puts the log of the target behind again, so that a busy leader never ' +
    'gets to hand over, or the target stands with a log that is already short. New commands ' +
    'wait for the successor (thesis §3.10).',
  explain: () => undefined,
};
