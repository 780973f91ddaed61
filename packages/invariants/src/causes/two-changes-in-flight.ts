import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'one-change-at-a-time',
    confidence: 0.8,
    why: 'the leader does not look whether the last change is committed',
  },
];

/** The next membership change begins before the last is committed. */
export const twoChangesInFlight: Cause = {
  name: 'two-changes-in-flight',
  title: 'The next membership change begins before the last is committed',
  harmless: false,
  explains: ['election-safety', 'no-quorum-commit', 'one-change-at-a-time'],
  story:
    'Each change moves one server, and that is safe only step by step: two steps at once can ' +
    'give majorities that do not meet. The leader refuses a change while another is under way ' +
    '(thesis §4.1). NATS and etcd had to add or mend the check.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
