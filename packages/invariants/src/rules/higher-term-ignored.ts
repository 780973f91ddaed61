import type { EventName, EventOf, MessageKind, Role, Share, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

type Received = EventOf<'message.received'>;

/** Their term need not be anybody's current term (thesis §9.6), or what they are is not known. */
const termless: readonly MessageKind[] = ['PreVote', 'PreVoteResponse', 'Other'];

/** What a server writes after it received a message. */
const watched: ReadonlySet<EventName> = new Set<EventName>([
  'message.received',
  'term.changed',
  'role.changed',
  'leader.recognized',
  'vote.granted',
  'vote.denied',
  'vote.received',
  'message.sent',
  'append.accepted',
  'append.rejected',
  'timer.started',
  'timer.expired',
  'election.started',
  'state.persisted',
  'progress.updated',
  'commit.advanced',
  'log.appended',
  'log.truncated',
  'entry.proposed',
  'entry.applied',
  'snapshot.taken',
  'snapshot.sent',
  'snapshot.installed',
  'config.appended',
  'config.committed',
]);

/** What a server may tell on its way to the newer term. */
const stepsDown: ReadonlySet<EventName> = new Set<EventName>(['role.changed', 'timer.started']);

/** It waits for the next event only where one is due, and says so. */
const idle: Readonly<Partial<Record<EventName, Share>>> = { 'message.received': 'telling' };

/**
 * A newer term turns every server into a follower (Raft §5.1, Figure 2 "Rules for Servers"): the
 * lines that a server writes after it received a term above its own show it in that term, as
 * follower, unless it has begun an election of its own since.
 *
 * Judged only where the server's own counter shows that no line between is missing. Pre-votes are
 * left out, as they ask about a term that nobody is in yet (thesis §9.6).
 *
 * Smallest counter-example: n1, leader of term 2, receives RequestVote of term 3; n1 is leader in
 * term 3.
 */
export const higherTermIgnored: Rule = {
  id: 'higher-term-ignored',
  code: 'R3',
  title: 'A newer term makes a follower',
  statement:
    'A server that receives an RPC or reply with a term above its own takes that term ' +
    'and becomes follower at once.',
  why:
    'A leader or candidate that carries its role into a term in which nobody elected it ' +
    'acts there without a vote.',
  example: ['n1 leads term 2', 'n1 receives RequestVote of term 3', 'n1 acts as leader in term 3'],
  source: 'Raft §5.1, Figure 2 (Rules for Servers)',
  severity: 'violation',
  needs: [
    { event: 'message.received', fields: ['seq', 'term', 'rpcTerm'] },
    { event: 'term.changed', fields: ['seq', 'term', 'role'] },
  ],
  // Who hears a leader may be deaf to candidates, and says so when it denies the vote.
  restsOn: ({ evidence: [first] }) =>
    first?.event === 'message.received' && first.kind === 'RequestVote' ? ['vote.denied'] : [],
  create(context) {
    const shown = new Map<string, Received>();
    let judged = false;

    const settle = (node: string): void => {
      shown.delete(node);
      if (shown.size === 0) context.attendNext(false);
    };

    const judge = (event: TraceEvent): void => {
      const { node, term, role } = event;
      if (node === undefined || !watched.has(event.event)) return;
      const received = shown.get(node);
      if (received?.rpcTerm === undefined) return;
      // A restart may tell other things before it tells that it is one.
      const alive = event.inc === received.inc;
      if (!alive || context.cluster.servers.get(node)?.unbroken !== true || term === undefined) {
        settle(node);
        return;
      }
      const adopted = term >= received.rpcTerm;
      const steppedDown = role === undefined || role === 'follower' || role === 'learner';
      // Term and role are told one after the other, in either order; many programs step down first,
      // and start the timer of a follower.
      if (adopted ? event.event === 'term.changed' : steppedDown && stepsDown.has(event.event)) {
        return;
      }
      settle(node);
      judged = true;
      if (adopted && (steppedDown || term > received.rpcTerm)) return;
      if (event.event === 'vote.denied' && (event.cause ?? 'leader-alive') === 'leader-alive')
        return;
      context.report({
        verdict: 'violated',
        term: received.rpcTerm,
        nodes: [node],
        message: message(node, received, adopted ? keptRole(role) : stayed(term)),
        evidence: [received, event],
      });
    };

    const receive = (event: Received): void => {
      const { node, term, rpcTerm, kind } = event;
      if (node === undefined || term === undefined || rpcTerm === undefined) return;
      if (rpcTerm <= term || termless.includes(kind)) return;
      shown.set(node, event);
      context.attendNext(true);
    };

    const forget = ({ node }: TraceEvent): void => {
      if (node !== undefined) settle(node);
    };

    return {
      idle,
      forgetsBy: ['node.crashed', 'node.started', 'node.stopped'],
      on: {
        'message.received': receive,
        'node.started': forget,
        'node.crashed': forget,
        'node.stopped': forget,
      },
      onNext: judge,
      end: () => (judged ? enough : missing('messages received, with seq and both terms')),
    };
  },
};

function keptRole(role: Role | undefined): string {
  return `kept the role of ${role} in that term`;
}

function stayed(term: number): string {
  return `stayed in term ${term}`;
}

function message(node: string, { kind, rpcTerm, from }: Received, state: string): string {
  return (
    `${node} received ${kind} of term ${rpcTerm} from ${from} and ${state}; ` +
    `it must become follower of term ${rpcTerm}`
  );
}
