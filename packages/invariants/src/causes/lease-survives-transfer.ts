import type { Cause } from '../cause.ts';

/** A leader reads by its lease after it handed leadership over. */
export const leaseSurvivesTransfer: Cause = {
  name: 'lease-survives-transfer',
  title: 'A leader reads by its lease after it handed leadership over',
  harmless: false,
  explains: [],
  story:
    'The leader tells another server to stand at once, and goes on answering reads by a lease ' +
    'that presumes that nobody does. Both answer for a while, one of them from old state. ' +
    'Whoever tells a server to stand gives up its lease (thesis §6.4.1).',
  explain: () => undefined,
};
