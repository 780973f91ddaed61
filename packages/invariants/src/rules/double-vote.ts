import type { TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { enough, missing } from '../enough.ts';
import type { Basis, Rule } from '../rule.ts';
import { createCountedVotes } from './counted-votes.ts';

/**
 * One vote a term (Raft §5.2): a server grants at most one candidate in a term, across restarts.
 * A candidate's own vote counts; a pre-vote binds nobody (thesis §9.6).
 *
 * Smallest counter-example: n1 votes for n2 in term 3; n1 votes for n3 in term 3.
 */
export const doubleVote: Rule = {
  id: 'double-vote',
  code: 'S2',
  title: 'One vote in a term',
  statement:
    'A server votes for at most one candidate in a given term, also when it restarts within it.',
  why:
    'Two majorities overlap in at least one server; ' +
    'election safety rests on that server voting once.',
  example: ['n1 votes for n2 in term 3', 'n1 votes for n3 in term 3'],
  source: 'Raft §5.2, Figure 2 (votedFor)',
  severity: 'violation',
  needs: [{ event: 'vote.granted', fields: ['term'] }],
  accusesBy: [{ event: 'vote.received', fields: ['rpcTerm'] }],
  create(context) {
    const lastVotes = new Map<string, Vote>();
    const counted = createCountedVotes(context);
    let persistenceTold = false;
    /** Votes are told, and those of candidates for themselves, as elections tell too. */
    const told = { granted: false, own: false };

    const vote = (node: string, term: number, candidate: string, event: TraceEvent): void => {
      const last = lastVotes.get(node);
      // A later vote in an older term is no vote that this rule can judge: one per server is kept.
      if (last === undefined || term > last.term || isGone(last, persistenceTold)) {
        lastVotes.set(node, { term, candidate, event, kept: false, crashed: false, missed: false });
      } else if (term === last.term && candidate !== last.candidate) {
        context.report({
          verdict: 'violated',
          term,
          nodes: [node],
          message: `${node} voted for ${last.candidate} and then for ${candidate} in term ${term}`,
          evidence: [last.event, event],
        });
      }
    };

    const crash = (event: TraceEvent): void => crashed(lastVotes.get(event.node ?? ''), event);

    const reach = (voter: string, candidate: string | undefined, term?: number): void => {
      const last = lastVotes.get(voter);
      if (last === undefined || last.candidate !== candidate || last.term !== term) return;
      last.kept = true;
    };

    return {
      idle: { 'message.received': 'telling' },
      kinds: { 'message.received': ['RequestVoteResponse'] },
      forgetsBy: ['node.crashed', 'node.started'],
      on: {
        'node.crashed': crash,
        'node.started': crash,
        'state.persisted': ({ node, currentTerm, votedFor }) => {
          const last = lastVotes.get(node ?? '');
          persistenceTold = true;
          if (last === undefined || last.crashed) return;
          // Writes take time: what became durable now may be older than the vote.
          const same = currentTerm === last.term && votedFor === last.candidate;
          if (currentTerm === undefined || currentTerm > last.term || same) last.kept = true;
        },
        'vote.received': (event) => {
          counted.count(event);
          const { node, from, granted: yes, preVote, rpcTerm, term } = event;
          if (yes && preVote !== true) reach(from, node, rpcTerm ?? term);
        },
        'message.received': ({ kind, voteGranted, from, to, rpcTerm }) => {
          if (kind === 'RequestVoteResponse' && voteGranted === true) reach(from, to, rpcTerm);
        },
        'vote.granted': (event) => {
          if (event.preVote === true || event.node === undefined) return;
          told.granted = true;
          told.own ||= event.candidate === event.node;
          if (event.term !== undefined) vote(event.node, event.term, event.candidate, event);
        },
        'election.started': (event) => {
          if (event.preVote === true || event.node === undefined || event.term === undefined)
            return;
          told.own = true;
          vote(event.node, event.term, event.node, event);
        },
      },
      end: () => basisOf(told, context.cluster),
    };
  },
};

interface Told {
  readonly granted: boolean;
  readonly own: boolean;
}

function basisOf({ granted, own }: Told, cluster: ClusterView): Basis {
  if (!granted) return missing('votes, told by the voters');
  if (!own && !cluster.tellsAll) return missing('votes of candidates for themselves');
  return cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
}

interface Vote {
  readonly term: number;
  readonly candidate: string;
  readonly event: TraceEvent;
  /** Made durable, or counted by the candidate: the voter is bound by it for ever. */
  kept: boolean;
  crashed: boolean;
  /** The storage that the server found at its next start knew of no such term. */
  missed: boolean;
}

function crashed(last: Vote | undefined, event: TraceEvent): void {
  if (last === undefined) return;
  last.crashed = true;
  last.missed ||= event.event === 'node.started' && (event.term ?? last.term) < last.term;
}

/** A vote that a crash took away before it was durable, and that nobody counted, never was. */
function isGone({ kept, crashed, missed }: Vote, persistenceTold: boolean): boolean {
  return !kept && (missed || (crashed && persistenceTold));
}
