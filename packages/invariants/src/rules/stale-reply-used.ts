import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';

type Received = EventOf<'message.received'>;

/**
 * A reply counts only for the term that it was asked for in (Raft §5.2, §5.3): no vote asked for
 * in another term is counted, and no answer of an older term moves what a leader knows of a
 * follower.
 *
 * Answers to InstallSnapshot are left out: they vouch for what is committed, and no follower loses
 * that in any later term. One that vouches for more shows in what the leader commits.
 *
 * Smallest counter-example: n1, candidate in term 4, counts a vote that n2 gave it in term 3.
 */
export const staleReplyUsed: Rule = {
  id: 'stale-reply-used',
  code: 'R8',
  title: 'A reply counts only in the term of its request',
  statement: 'A server uses a reply only if it is still in the term in which it sent the request.',
  why:
    'Between request and reply anything may have happened: ' +
    'a vote of the past elects nobody now, ' +
    'and what was acknowledged then may be gone from that log.',
  example: ['n2 votes for n1 in term 3', 'n1, candidate in term 4, counts that vote'],
  source: 'Raft §5.2, §5.3, Figure 2 (Candidates, Leaders)',
  severity: 'violation',
  needs: [
    { event: 'vote.received', fields: ['term', 'rpcTerm'] },
    { event: 'message.received', fields: ['seq', 'term', 'rpcTerm'] },
    { event: 'progress.updated', fields: ['seq'] },
  ],
  restsOn: ['message.received AppendEntriesResponse'],
  create(context) {
    const replies = createStaleReplies(context);
    let judged = false;

    const forget = ({ node }: TraceEvent): void => {
      if (node !== undefined) replies.note(node, undefined);
    };

    return {
      idle: { 'message.received': 'fresh' },
      forgetsBy: ['node.started'],
      on: {
        'node.started': forget,
        'vote.received': (event) => {
          const { node, term, rpcTerm, granted, votes, from } = event;
          if (node === undefined || term === undefined || rpcTerm === undefined) return;
          if (event.preVote === true) return;
          judged = true;
          // A program may tell of a vote that it does not count.
          if (!granted || rpcTerm >= term || votes === undefined) return;
          if (event.role !== 'candidate' && event.role !== 'leader') return;
          const election = context.cluster.servers.get(node)?.election?.event;
          context.report({
            verdict: 'violated',
            term,
            nodes: [node],
            message: `${node}, in term ${term}, counted a vote of ${from} from term ${rpcTerm}`,
            evidence: election === undefined ? [event] : [election, event],
          });
        },
        'message.received': (event) => {
          const { node, term, rpcTerm, kind } = event;
          if (node === undefined) return;
          const known = term !== undefined && rpcTerm !== undefined;
          if (!known || kind !== 'AppendEntriesResponse') {
            replies.note(node, undefined);
            return;
          }
          judged = true;
          replies.note(node, rpcTerm < term ? event : undefined);
        },
        'progress.updated': (event) => {
          const { node, peer, term, cause } = event;
          if (node === undefined) return;
          const stale = replies.of(node);
          if (stale?.from !== peer || cause === 'member' || cause === 'won-election') return;
          if (term !== stale.term || context.cluster.servers.get(node)?.complete !== true) return;
          context.report({
            verdict: 'violated',
            term,
            nodes: [node],
            message:
              `${node}, leader of term ${term}, took ${stale.kind} of term ${stale.rpcTerm} ` +
              `for what ${peer} holds now`,
            evidence: [stale, event],
          });
        },
      },
      end: () => (judged ? enough : missing('replies, with their terms and what they change')),
    };
  },
};

interface Reply {
  stale: Received | undefined;
}

/** The reply of an older term that each server received last, until its next message. */
interface StaleReplies {
  of(node: string): Received | undefined;
  note(node: string, stale: Received | undefined): void;
}

function createStaleReplies(context: RuleContext): StaleReplies {
  const replies = createPerServer<Reply>(() => ({ stale: undefined }));
  /** Servers of which there is one. */
  let waiting = 0;
  return {
    of: (node) => replies.of(node).stale,
    note(node, stale) {
      const reply = replies.of(node);
      if ((reply.stale === undefined) !== (stale === undefined)) {
        waiting += stale === undefined ? -1 : 1;
        // Any message that comes next takes the reply's place.
        context.attend('message.received', waiting > 0 ? 'all' : 'fresh');
      }
      reply.stale = stale;
    },
  };
}
