import type { EventOf } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { leadersSeen } from '../cluster/leaders-seen.ts';
import type { Leadership } from '../cluster/leadership.ts';
import { enough, missing } from '../enough.ts';
import type { Basis, Rule } from '../rule.ts';

/**
 * Election safety (Raft §5.2, Figure 3): ∀ t: |{n : n was leader in t}| ≤ 1, over the whole history
 * and not only at one time.
 *
 * Smallest counter-example: n1 becomes leader in term 2; n2 becomes leader in term 2.
 */
export const electionSafety: Rule = {
  id: 'election-safety',
  code: 'S1',
  title: 'At most one leader in a term',
  statement:
    'In the whole history of a cluster, at most one server is ever leader in a given term.',
  why:
    'Two leaders of one term can commit different entries at the same index, ' +
    'and no follower can tell which of the two it should obey.',
  example: ['n1 becomes leader in term 2', 'n2 becomes leader in term 2'],
  source: 'Raft §5.2, Figure 3',
  severity: 'violation',
  needs: [{ event: 'role.changed', fields: ['term'] }],
  create(context) {
    const firstLeaders = new Map<number, Leadership>();
    let unplaced = false;

    const accuse = (term: number, leaders: readonly Leadership[], seen?: Observed): void => {
      context.report({
        verdict: 'violated',
        term,
        nodes: leaders.map(({ node }) => node),
        message: message(term, leaders),
        evidence: [...leaders.map(({ began }) => began), ...(seen === undefined ? [] : [seen])],
      });
    };

    return {
      onLeadership(leadership) {
        const { term } = leadership;
        if (term === undefined) {
          unplaced = true;
          return;
        }
        const first = firstLeaders.get(term);
        if (first === undefined) firstLeaders.set(term, leadership);
        else if (first.node !== leadership.node) accuse(term, [first, leadership]);
      },
      on: {
        'test.observed': (seen) => {
          if (seen.fact !== 'leaders-in-term' || seen.ofTerm === undefined) return;
          if (seen.count !== undefined && seen.count < 2) return;
          const leaders = leadersSeen(context.cluster.leaderships, seen);
          if (leaders.length > 1) accuse(seen.ofTerm, leaders, seen);
          else reportUnnamed(seen, seen.ofTerm);
        },
      },
      end: () => basis(context.cluster, unplaced),
    };

    function reportUnnamed(seen: Observed, term: number): void {
      context.report({
        verdict: 'violated',
        term,
        nodes: seen.nodes ?? [],
        message:
          `the test asked the servers and ${seen.count ?? 'several'} of them led term ${term}; ` +
          'the lines do not tell which',
        evidence: [seen],
      });
    }
  },
};

type Observed = EventOf<'test.observed'>;

function message(term: number, leaders: readonly Leadership[]): string {
  const names = leaders.map(({ node }) => node);
  const who = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const together = names.length === 2 ? 'both' : 'all';
  return `${who} were ${together} leader in term ${term}; a term has at most one leader`;
}

function basis(cluster: ClusterView, unplaced: boolean): Basis {
  if (cluster.leaderships.length === 0) return missing('no server becomes leader in this log');
  if (unplaced) return missing('the term of each leader');
  return cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
}
