import type { EventOf } from '@raftlens/trace';
import { createRecent } from '../recent.ts';
import type { RuleContext } from '../rule-context.ts';

/** Votes as the candidates counted them: some programs' voters never log what they grant. */
export interface CountedVotes {
  /** A candidate has an answer. */
  count(event: EventOf<'vote.received'>): void;
}

/** So many votes are remembered at least; elections of long ago are over. */
const votesKept = 4096;

/** Reports a server whose vote of one term two candidates counted. */
export function createCountedVotes(context: RuleContext): CountedVotes {
  const votes = createRecent<EventOf<'vote.received'>>(votesKept);
  return {
    count(event) {
      const { node, from, rpcTerm, granted, preVote } = event;
      if (!granted || preVote === true) return;
      if (node === undefined || rpcTerm === undefined) return;
      const key = `${rpcTerm} ${from}`;
      const first = votes.get(key);
      if (first === undefined) {
        votes.set(key, event);
        return;
      }
      if (first.node === node) return;
      context.report({
        verdict: 'violated',
        term: rpcTerm,
        nodes: [from],
        message:
          `${from} voted for ${first.node} and for ${node} in term ${rpcTerm}: ` +
          'both counted its vote',
        evidence: [first, event],
      });
    },
  };
}
