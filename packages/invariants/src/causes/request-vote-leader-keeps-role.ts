import type { Cause } from '../cause.ts';
import { keptRole } from './kept-role.ts';

/** A leader keeps its role when RequestVote shows it a newer term. */
export const requestVoteLeaderKeepsRole: Cause = {
  name: 'request-vote-leader-keeps-role',
  title: 'A returning leader takes the newer term and goes on leading',
  harmless: false,
  explains: ['higher-term-ignored', 'election-safety'],
  story:
    'Like request-vote-keeps-role, but only a leader forgets to step down: one that was cut ' +
    'off, comes back and receives RequestVote of a newer term. It carries its leadership into ' +
    'that term, where the candidate may win too: two leaders in one term (Raft §5.1, §5.2). ' +
    'The notes found it with leaders that were offline for a while.',
  explain(report, cluster) {
    const kept = keptRole(report, cluster);
    if (kept === undefined || kept.role !== 'leader') return undefined;
    return { confidence: kept.certainty * 0.8, why: kept.why };
  },
};
