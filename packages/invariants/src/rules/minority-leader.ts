import type { EventOf, TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { deleteLeast } from '../delete-least.ts';
import { enough, missing } from '../enough.ts';
import type { Basis, Rule } from '../rule.ts';

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
    'A server leads in a term only if a majority of the voters granted it their vote ' +
    'in that very term.',
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
    let changing = false;
    /** Votes are told, and those of candidates for themselves. */
    const told = { granted: false, own: false };

    const judge = (term: number, { votes, leader }: TermVotes): void => {
      // Without a declaration there may be voters that no line names.
      if (leader === undefined || changing || !cluster.votersDeclared) return;
      // Who votes is what each server has applied: a declaration may be of before or after that.
      if (cluster.votersMove) return;
      const voters = cluster.voters();
      // Who voted twice, by mistake or for losing the first vote in a crash, may have elected it.
      const elsewhere = [...votes].flatMap(([voter, given]) =>
        voters.includes(voter) && !given.has(leader.node) ? [...given.values()].slice(0, 1) : [],
      );
      if (voters.length - elsewhere.length >= cluster.majority()) return;
      context.report({
        verdict: 'violated',
        term,
        nodes: [leader.node],
        message:
          `${leader.node} led in term ${term}, in which ` +
          tally(elsewhere.length, voters.length, cluster.majority()),
        evidence: [...elsewhere.slice(0, 5), leader.event].sort((a, b) => a.time - b.time),
      });
    };

    const vote = (event: EventOf<'vote.granted' | 'election.started'>, candidate: string): void => {
      if (event.preVote === true || event.term === undefined || event.node === undefined) return;
      const votes = votesOf(terms, event.term);
      const given = votes.votes.get(event.node);
      if (given === undefined) votes.votes.set(event.node, new Map([[candidate, event]]));
      else if (!given.has(candidate)) given.set(candidate, event);
      judge(event.term, votes);
    };

    return {
      on: {
        'vote.granted': (event) => {
          told.granted = true;
          told.own ||= event.candidate === event.node;
          vote(event, event.candidate);
        },
        'election.started': (event) => {
          told.own = true;
          vote(event, event.node ?? '');
        },
        'config.appended': () => {
          changing = true;
        },
      },
      onLeadership({ node, term, began }) {
        if (term === undefined) return;
        const votes = votesOf(terms, term);
        votes.leader ??= { node, event: began };
        judge(term, votes);
      },
      end: () => basisOf(told, changing, cluster),
    };
  },
};

interface Told {
  readonly granted: boolean;
  readonly own: boolean;
}

function basisOf({ granted, own }: Told, changing: boolean, cluster: ClusterView): Basis {
  if (cluster.leaderships.length === 0) return missing('no server becomes leader in this log');
  if (changing || cluster.votersMove) {
    return missing('elections while the membership changes are not judged');
  }
  if (!cluster.votersDeclared) return missing('a declaration of the voters');
  if (!granted) return missing('votes, told by the voters');
  if (!own && !cluster.tellsAll) return missing('votes of candidates for themselves');
  return cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
}

interface TermVotes {
  /** For each voter its votes of this term: normally one. */
  readonly votes: Map<string, Map<string, TraceEvent>>;
  leader: { readonly node: string; readonly event: TraceEvent } | undefined;
}

/** What is known of a term, begun where nothing is known yet. */
function votesOf(terms: Map<number, TermVotes>, term: number): TermVotes {
  const known = terms.get(term);
  if (known !== undefined) return known;
  const votes: TermVotes = { votes: new Map(), leader: undefined };
  terms.set(term, votes);
  if (terms.size > termsKept) deleteLeast(terms);
  return votes;
}

function tally(elsewhere: number, voters: number, needed: number): string {
  return (
    `${elsewhere} of ${voters} voters voted for others; ` +
    `at most ${voters - elsewhere} can have voted for it, and ${needed} are needed`
  );
}
