import type { Cause } from '../cause.ts';

/** A deleted configuration stays in force. */
export const truncationKeepsConfiguration: Cause = {
  name: 'truncation-keeps-configuration',
  title: 'A deleted configuration stays in force',
  harmless: false,
  explains: ['election-safety', 'no-quorum-commit'],
  story:
    'A configuration holds from the moment it is appended, and may be deleted again like any ' +
    'uncommitted entry. A server that keeps it votes and counts by a membership that never ' +
    'was. It has to go back to the one before (thesis §4.1). NATS and ra forgot the way back.',
  explain: () => undefined,
};
