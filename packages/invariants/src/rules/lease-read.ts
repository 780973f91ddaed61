import type { EventOf } from '@raftlens/trace';
import type { PlacedConfiguration } from '../cluster/configuration-log.ts';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { isQuorum } from './quorum.ts';
import { unsteadyFaults } from './unsteady-faults.ts';

type Answer = EventOf<'message.received'>;

/** The lease of one leadership. */
interface Lease {
  readonly term: number | undefined;
  /** The answer of each peer to the request that left last. */
  readonly answers: Map<string, Answer>;
  /** The leader has told another server to campaign. */
  transfer: EventOf<'message.sent'> | undefined;
}

/**
 * A leader reads by its lease only while nobody else can lead (thesis §6.4.1).
 *
 * Formally, at `read.served` by lease at time t: a majority has answered requests that left after
 * t − (shortest election timeout − declared drift), by the leader's clock; and the leader has not
 * told anybody to campaign in this term.
 *
 * Smallest counter-example: the shortest election timeout is 150 ms; the last requests that a
 * majority answered left n1 200 ms ago; n1 serves a read by its lease.
 */
export const leaseRead: Rule = {
  id: 'lease-read',
  code: 'Q2',
  title: 'A lease ends before another server can lead',
  statement:
    'A leader answers a read by its lease only within the shortest election timeout, less the ' +
    'drift of clocks, from when the requests left that a majority has answered; ' +
    'and not once it has begun to hand leadership over.',
  why: 'Another leader may have committed since, and the answer is out of date.',
  example: [
    'the shortest election timeout is 150 ms',
    'n1 sends heartbeats, and a majority answers',
    '200 ms after they left n1 serves a read by its lease',
  ],
  source: 'thesis §6.4.1',
  severity: 'violation',
  needs: [
    { event: 'read.served', fields: ['mode', 'term'] },
    { event: 'message.received', fields: ['askedAt'] },
    { event: 'trace.started', fields: ['config'] },
  ],
  restsOn: ['config.appended', 'message.received AppendEntriesResponse'],
  create(context) {
    const { cluster } = context;
    const leases = new Map<string, Lease>();
    let judged = false;
    let undecided = false;
    const unsteady = new Set<string>();

    const leaseOf = (node: string, term: number | undefined): Lease => {
      let lease = leases.get(node);
      if (lease === undefined || lease.term !== term) {
        lease = { term, answers: new Map(), transfer: undefined };
        leases.set(node, lease);
      }
      return lease;
    };

    const serve = (event: EventOf<'read.served'>): void => {
      const { node, mode, term } = event;
      if (node === undefined || term === undefined || mode !== 'lease') return;
      const server = cluster.servers.get(node);
      if (server?.complete !== true) return;
      const configuration = server.configurations.at(-1);
      const { electionTimeoutMs, leaseDriftMs = 0 } = cluster.started?.config ?? {};
      if (configuration === undefined || electionTimeoutMs === undefined || unsteady.has(node)) {
        undecided = true;
        return;
      }
      judged = true;
      const lease = leaseOf(node, term);
      if (lease.transfer !== undefined) {
        context.report(afterTransfer(node, lease.transfer, event));
        return;
      }
      // A program that does not say when it asked has answers, and none that counts.
      if (lease.answers.size === 0 && !cluster.tellsAll) return;
      const report = outlasts(lease, configuration, electionTimeoutMs[0] - leaseDriftMs, event);
      if (report !== undefined) context.report(report);
    };

    return {
      idle: withoutLeases,
      kinds: { 'message.sent': ['TimeoutNow'] },
      on: {
        'message.received': (event) => {
          const { askedAt, node, from } = event;
          if (askedAt === undefined || node === undefined || event.term === undefined) return;
          if (event.role !== 'leader') return;
          const { answers } = leaseOf(node, event.term);
          const before = answers.get(from)?.askedAt;
          if (before === undefined || before < askedAt) answers.set(from, event);
        },
        'message.sent': (event) => {
          if (event.kind !== 'TimeoutNow' || event.node === undefined) return;
          leaseOf(event.node, event.term).transfer = event;
        },
        'read.served': serve,
        'fault.injected': ({ fault, nodes }) => {
          if (!unsteadyFaults.has(fault)) return;
          for (const id of nodes ?? cluster.servers.keys()) unsteady.add(id);
        },
        'node.started': ({ node }) => {
          if (node !== undefined) leases.delete(node);
          attendToLeases(context);
        },
      },
      end: () => (judged ? enough : missing(undecided ? steadyClocks : 'reads by lease')),
    };
  },
};

const steadyClocks = 'the declared election timeout, and clocks that nobody moves';

const withoutLeases = { 'message.received': 'none', 'message.sent': 'none' } as const;

/** A server starts: are there leases that messages could tell of? */
function attendToLeases(context: RuleContext): void {
  const { started } = context.cluster;
  if (started !== undefined && started.config?.leaseDriftMs === undefined) return;
  context.attend('message.received', 'all');
  context.attend('message.sent', 'all');
}

function afterTransfer(
  node: string,
  transfer: EventOf<'message.sent'>,
  event: EventOf<'read.served'>,
): Report {
  return {
    ...{ verdict: 'violated', term: event.term, nodes: [node], evidence: [transfer, event] },
    message: `${node} serves a read by its lease after it told ${transfer.to} to campaign`,
  };
}

/** Too few have answered what left within the lease. */
function outlasts(
  { answers }: Lease,
  configuration: PlacedConfiguration,
  lengthMs: number,
  event: EventOf<'read.served'>,
): Report | undefined {
  const { node, term, time } = event;
  if (node === undefined) return undefined;
  // Times are whole microseconds, and sums of them are not.
  const since = time - lengthMs - 0.002;
  const fresh = [...answers].filter(([, { askedAt }]) => askedAt !== undefined && askedAt > since);
  if (isQuorum(configuration, [node, ...fresh.map(([id]) => id)])) return undefined;
  const last = [...answers.values()].sort((a, b) => (b.askedAt ?? 0) - (a.askedAt ?? 0));
  return {
    verdict: 'violated',
    term,
    nodes: [node],
    message:
      `${node} serves a read by its lease, but only ${fresh.length} of the others have ` +
      `answered what left in the ${Math.round(lengthMs)} ms before`,
    evidence: [...last.slice(0, 3).reverse(), event],
  };
}
