import type { EventOf, TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { reachesQuorum } from './reaches-quorum.ts';
import { createTroubledNetwork } from './troubled-network.ts';

/** Election timeouts without a leader that call for a look. */
const timeoutsWithoutLeader = 10;
/** Those that may lead at once, each in a term of its own, are a few. */
const leadersAtOnce = 8;

/**
 * A connected majority has a leader most of the time (Raft §5.2, §5.6).
 *
 * Evidence: a test that asked the servers and found none, or a campaign of a server that reaches a
 * majority, ten election timeouts after anybody led or anything was cut, while no fault loses
 * messages or holds them back.
 *
 * Smallest counter-example: n1 leads; n1 crashes; ten election timeouts later n2 asks for votes.
 */
export const noLeader: Rule = {
  id: 'no-leader',
  code: 'L3',
  title: 'A connected majority elects a leader',
  statement:
    'While a majority of servers is connected, ' +
    'it has a leader again within a few election timeouts.',
  why: 'Without a leader the cluster serves nobody.',
  example: [
    'n1 becomes leader',
    'n1 crashes',
    'ten election timeouts later n2 still asks for votes',
  ],
  source: 'Raft §5.2, §5.6',
  severity: 'warning',
  needs: [
    { event: 'election.started', fields: [] },
    { event: 'role.changed', fields: ['term'] },
    { event: 'trace.started', fields: ['config'] },
  ],
  create(context) {
    const { cluster } = context;
    /** The last line after which a leader could be expected. */
    let since: TraceEvent | undefined;
    let judged = false;
    const network = createTroubledNetwork();
    const restart = (event: TraceEvent): void => {
      since = event;
    };
    const strike = (event: EventOf<'fault.injected' | 'fault.cleared'>): void => {
      network.note(event);
      restart(event);
    };
    return {
      on: {
        'test.started': restart,
        'node.started': restart,
        'node.crashed': restart,
        'fault.injected': strike,
        'fault.cleared': strike,
        // The lines of the leader itself may be missing.
        'leader.recognized': restart,
        'append.accepted': restart,
        'role.changed': (event) => {
          if (since === undefined || endsLeadership(cluster, event)) since = event;
        },
        'election.started': (event) => {
          const timeout = context.electionTimeoutMs();
          judged = true;
          if (timeout === undefined || since === undefined || event.node === undefined) return;
          if (event.time - since.time <= timeoutsWithoutLeader * timeout) return;
          if (network.now() || !reachesQuorum(cluster, event.node)) return;
          if (somebodyLeads(cluster)) return;
          context.report({
            verdict: 'suspicious',
            term: event.term,
            nodes: [],
            message: message(event.node, event.time - since.time),
            evidence: [since, event],
          });
          since = event;
        },
        'test.observed': (event) => {
          if (event.fact !== 'no-leader') return;
          judged = true;
          context.report({
            verdict: 'suspicious',
            nodes: [],
            message: 'the test asked every connected server, and none of them was leader',
            evidence: [...lastLeadership(), event],
          });
        },
      },
      onLeadership: ({ began }) => restart(began),
      end: () => (judged ? enough : missing('elections')),
    };

    function lastLeadership(): readonly TraceEvent[] {
      const last = cluster.leaderships.at(-1);
      return last === undefined ? [] : [last.began];
    }
  },
};

/** The programs of foreign logs do not say which role they leave. */
function endsLeadership(
  { leaderships }: ClusterView,
  { node, time, from }: EventOf<'role.changed'>,
): boolean {
  if (from !== undefined) return from === 'leader';
  const last = leaderships.slice(-leadersAtOnce).findLast((each) => each.node === node);
  return last?.ended?.time === time;
}

function somebodyLeads(cluster: ClusterView): boolean {
  for (const { leading, id } of cluster.servers.values()) {
    if (leading !== undefined && reachesQuorum(cluster, id)) return true;
  }
  return false;
}

function message(node: string, waited: number): string {
  return (
    `no leader for ${Math.round(waited)} ms, more than ${timeoutsWithoutLeader} ` +
    `election timeouts, although ${node} reaches a majority`
  );
}
