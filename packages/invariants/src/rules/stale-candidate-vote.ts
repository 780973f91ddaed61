import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * The election restriction (Raft §5.4.1): a grant ⇒ (candidate's lastLogTerm, lastLogIndex) ≥ the
 * voter's, compared by term first.
 *
 * Smallest counter-example: n1, whose log ends in 4@2, votes for n2, whose log ends in 9@1.
 */
export const staleCandidateVote: Rule = {
  id: 'stale-candidate-vote',
  code: 'S3',
  title: 'Votes go only to logs that are up to date',
  statement:
    'A server votes only for a candidate whose log is at least as up to date as its own: ' +
    'a later last term, or the same term and no shorter log.',
  why:
    'A leader elected with an older log lacks entries that may be committed, ' +
    'and overwrites them.',
  example: ["n1's log ends in 4@2", "n2's log ends in 9@1", 'n1 votes for n2'],
  source: 'Raft §5.4.1',
  severity: 'violation',
  needs: [
    {
      event: 'vote.granted',
      fields: ['candidateLastLogIndex', 'candidateLastLogTerm', 'lastLogIndex', 'lastLogTerm'],
    },
  ],
  create(context) {
    let judged = false;
    let unjudged = false;
    return {
      on: {
        'vote.granted': (event) => {
          // A vote for itself compares a log with itself.
          if (event.candidate === event.node) return;
          const { candidateLastLogIndex, candidateLastLogTerm, lastLogIndex, lastLogTerm } = event;
          if (
            candidateLastLogIndex === undefined ||
            candidateLastLogTerm === undefined ||
            lastLogIndex === undefined ||
            lastLogTerm === undefined
          ) {
            unjudged = true;
            return;
          }
          judged = true;
          const behind =
            candidateLastLogTerm < lastLogTerm ||
            (candidateLastLogTerm === lastLogTerm && candidateLastLogIndex < lastLogIndex);
          if (!behind) return;
          context.report({
            verdict: 'violated',
            term: event.term,
            nodes: event.node === undefined ? [event.candidate] : [event.node, event.candidate],
            message: message(event),
            evidence: [event],
          });
        },
      },
      end() {
        if (!judged) return missing('votes with the last index and term of both logs');
        return unjudged ? missing('the last index and term of both logs at some votes') : enough;
      },
    };
  },
};

function message(event: EventOf<'vote.granted'>): string {
  const voter = event.node ?? 'a server';
  const voted = event.preVote === true ? 'pre-voted' : 'voted';
  const voterEnd = `${event.lastLogIndex}@${event.lastLogTerm}`;
  const candidateEnd = `${event.candidateLastLogIndex}@${event.candidateLastLogTerm}`;
  return (
    `${voter}, whose log ends in ${voterEnd}, ${voted} for ${event.candidate}, ` +
    `whose log ends in ${candidateEnd}`
  );
}
