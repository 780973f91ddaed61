import type { Cause } from '../cause.ts';
import { keptRole } from './kept-role.ts';

/** Any server keeps its role when RequestVote shows it a newer term. */
export const requestVoteKeepsRole: Cause = {
  name: 'request-vote-keeps-role',
  title: 'A RequestVote receiver takes the newer term and keeps its role',
  harmless: false,
  explains: ['higher-term-ignored', 'election-safety'],
  story:
    'On RequestVote with a newer term the receiver sets currentTerm and may grant its vote, ' +
    'but does not become follower. A candidate then goes on counting votes in a term in which ' +
    'it never asked, and a leader goes on leading in a term in which nobody elected it. ' +
    'Whatever RPC or reply shows a newer term, and whatever the role, the receiver becomes ' +
    'follower in it (Raft §5.1, Figure 2).',
  explain(report, cluster) {
    const kept = keptRole(report, cluster);
    if (kept === undefined) return undefined;
    return {
      confidence: kept.role === 'leader' ? kept.certainty * 0.7 : kept.certainty,
      why: kept.why,
    };
  },
};
