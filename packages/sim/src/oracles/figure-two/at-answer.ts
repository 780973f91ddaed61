import type { AppendEntriesResponse, Server } from '@raftlens/core';
import type { Breach, Step } from './step.ts';

/**
 * Looks at a leader before an answer comes: one to a request of another term says nothing of this
 * leadership, and must move nothing that is known of the peer (Raft §5.3). What a snapshot covers
 * is committed, so that an answer to it is right in any term.
 */
export function atAnswer(server: Server, answer: AppendEntriesResponse): (step: Step) => Breach {
  const known = server.progress.find(({ peer }) => peer === answer.from);
  if (known === undefined || answer.requestTerm === server.currentTerm) return () => undefined;
  const { nextIndex, matchIndex, lastContact } = known;
  return ({ before }) => {
    if (before.role !== 'leader' || answer.term > before.term) return undefined;
    const same =
      known.nextIndex === nextIndex &&
      known.matchIndex === matchIndex &&
      known.lastContact === lastContact;
    const { from, requestTerm } = answer;
    return same ? undefined : `it counts what ${from} answered in term ${requestTerm} (Raft §5.3)`;
  };
}
