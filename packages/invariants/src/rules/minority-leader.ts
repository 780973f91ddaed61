import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/** Terms in which votes are remembered: elections of older ones are over. */
const termsKept = 64;

/**
 * A majority elects (Raft §5.2): n leads in t ⇒ a majority of voters granted n their vote in t.
 *
 * A missing grant is no evidence, as lines get lost. What contradicts a leader is a vote for
 * somebody else: once so many voters gave theirs away that no majority is left, it was not elected.
 *
 * Smallest counter-example: of three servers n2 and n3 vote for n2 in term 2; n1 leads in term 2.
 */
export const minorityLeader: Rule = {
  id: 'minority-leader',
  code: 'S4',
  title: 'A leader has the votes of a majority',
  statement:
    'A server leads in a term only if a majority of the voters granted it their vote in that very term.',
  why: 'Without a majority behind each leader, two leaders of one term need not share a voter.',
  example: [
    'n2 votes for itself in term 2',
    'n3 votes for n2 in term 2',
    'n1 becomes leader in term 2',
  ],
  source: 'Raft §5.2, §6',
  severity: 'violation',
  needs: [
    { event: 'vote.granted', fields: ['term'] },
    { event: 'role.changed', fields: ['term'] },
  ],
  create(context) {
    const { cluster } = context;
    const terms = new Map<number, TermVotes>();
    let joint = false;
    let granted = false;

    const inTerm = (term: number): TermVotes => {
      let votes = terms.get(term);
      if (votes === undefined) {
        votes = { votes: new Map(), leader: undefined };
        terms.set(term, votes);
        if (terms.size > termsKept) terms.delete(Math.min(...terms.keys()));
      }
      return votes;
    };

    const judge = (term: number, { votes, leader }: TermVotes): void => {
      if (leader === undefined || joint) return;
      const voters = cluster.voters();
      const elsewhere = [...votes].filter(
        ([voter, vote]) => voters.includes(voter) && vote.candidate !== leader.node,
      );
      const left = voters.length - elsewhere.length;
      if (left >= cluster.majority()) return;
      context.report({
        verdict: 'violated',
        term,
        nodes: [leader.node],
        message: `${leader.node} led in term ${term}, in which ${elsewhere.length} of ${voters.length} voters voted for others; at most ${left} can have voted for it, and ${cluster.majority()} are needed`,
        evidence: [...elsewhere.slice(0, 5).map(([, { event }]) => event), leader.event],
      });
    };

    const vote = (event: EventOf<'vote.granted' | 'election.started'>, candidate: string): void => {
      if (event.preVote === true || event.term === undefined || event.node === undefined) return;
      const votes = inTerm(event.term);
      // The first vote counts; a second one is for the rule of the double vote.
      if (!votes.votes.has(event.node)) votes.votes.set(event.node, { candidate, event });
      judge(event.term, votes);
    };

    return {
      on: {
        'vote.granted': (event) => {
          granted = true;
          vote(event, event.candidate);
        },
        'election.started': (event) => vote(event, event.node ?? ''),
        'config.appended': (event) => {
          joint ||= (event.votersOutgoing?.length ?? 0) > 0;
        },
      },
      onLeadership({ node, term, began }) {
        if (term === undefined) return;
        const votes = inTerm(term);
        votes.leader ??= { node, event: began };
        judge(term, votes);
      },
      end() {
        if (cluster.leaderships.length === 0)
          return missing('no server becomes leader in this log');
        if (joint) return missing('votes under joint consensus are not judged');
        if (!granted) return missing('votes, told by the voters');
        return cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
      },
    };
  },
};

interface TermVotes {
  readonly votes: Map<string, { readonly candidate: string; readonly event: TraceEvent }>;
  leader: { readonly node: string; readonly event: TraceEvent } | undefined;
}
