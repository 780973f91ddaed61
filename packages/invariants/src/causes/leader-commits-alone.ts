import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { oneAck } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-quorum-commit',
    when: oneAck,
    confidence: 0.95,
    why: 'a single server held what was committed',
  },
];

/** A leader commits what only it holds. */
export const leaderCommitsAlone: Cause = {
  name: 'leader-commits-alone',
  title: 'A leader commits what only it holds',
  harmless: false,
  explains: ['no-quorum-commit', 'leader-completeness', 'state-machine-safety'],
  story:
    'The command is applied and answered before anybody else has it, as in systems with ' +
    'asynchronous replication. A failover loses it. Clients are answered once a majority ' +
    'holds the entry (Raft §5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
