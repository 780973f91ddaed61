import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';

type Sent = EventOf<'message.sent'>;
type Received = EventOf<'message.received'>;

/** So long, and so many messages, one way only. */
const timeoutsOneWay = 2;
const messagesOneWay = 5;
/** A server that campaigns speaks at least so often. */
const timeoutsOfPause = 1.2;
/** A server that has waited for a leader is watched for so long. */
const timeoutsWatched = 6;

/** A server that began to campaign. */
interface Watch {
  readonly since: number;
  /** Those that have heard it, and what they have sent it since, to no effect. */
  readonly hearers: Map<string, { first: Sent | undefined; count: number; heardAt: number }>;
}

/**
 * A link works in both directions, or in none (Raft §3 counts on neither, and elections suffer).
 *
 * Evidence: a server campaigns; for two election timeouts it receives nothing of what another one
 * sends it, five messages or more, and the other one receives what it sends. Both log what they
 * receive, and no line of theirs is missing.
 *
 * Smallest counter-example: n1 receives n2's RequestVote and sends n2 five messages that n2 never
 * receives; n1 receives n2's next RequestVote.
 */
export const asymmetricLink: Rule = {
  id: 'asymmetric-link',
  code: 'L8',
  title: 'A link works both ways',
  statement: 'Of two servers either both hear each other or neither does.',
  why:
    'A server that is heard and hears nobody campaigns for ever, ' +
    'and each time the others lose their leader.',
  example: [
    'n2 asks for votes',
    'n1 receives it, sends n2 five messages, and n2 receives none of them',
    'n1 receives what n2 sends next',
  ],
  source: 'Raft §5.6; thesis §9.6',
  severity: 'note',
  needs: [
    { event: 'election.started', fields: [] },
    { event: 'message.sent', fields: ['seq'] },
    { event: 'message.received', fields: ['seq'] },
  ],
  restsOn: ['message.received AppendEntries'],
  create(context) {
    const { cluster } = context;
    const watches = new Map<string, Watch>();
    /** Servers that log what they receive. */
    const listeners = new Set<string>();
    let judged = false;

    const received = (event: Received): void => {
      const { node, from, time } = event;
      if (node === undefined) return;
      if (watches.size === 0) {
        if (!listeners.has(node)) listeners.add(node);
        return;
      }
      listeners.add(node);
      watches.get(node)?.hearers.delete(from);
      const sender = watches.get(from);
      const timeout = context.electionTimeoutMs();
      if (sender === undefined || timeout === undefined) return;
      if (time - sender.since > timeoutsWatched * timeout) watches.delete(from);
      const link = sender.hearers.get(node);
      // After a pause both may have been cut off from each other in between.
      if (link === undefined || time - link.heardAt > timeoutsOfPause * timeout) {
        sender.hearers.set(node, { first: undefined, count: 0, heardAt: time });
        return;
      }
      link.heardAt = time;
      if (link.first === undefined || link.count < messagesOneWay) return;
      if (time - link.first.time <= timeoutsOneWay * timeout) return;
      const deaf = cluster.servers.get(from);
      if (deaf?.complete !== true || !deaf.alive || !listeners.has(from)) return;
      sender.hearers.delete(node);
      context.report(oneWay(link.first, link.count, event));
    };

    return {
      forgetsBy: ['node.crashed', 'node.started'],
      on: {
        'election.started': ({ node, time }) => {
          if (node === undefined) return;
          judged = true;
          const watch = watches.get(node);
          const timeout = context.electionTimeoutMs() ?? 0;
          if (watch !== undefined && time - watch.since <= timeoutsWatched * timeout) return;
          watches.set(node, { since: time, hearers: new Map() });
        },
        'message.sent': (event) => {
          if (watches.size === 0 || event.node === undefined) return;
          const link = watches.get(event.to)?.hearers.get(event.node);
          if (link === undefined) return;
          link.first ??= event;
          link.count += 1;
        },
        'message.received': received,
        'node.crashed': ({ node }) => {
          if (node !== undefined) watches.delete(node);
        },
        'node.started': ({ node }) => {
          if (node !== undefined) watches.delete(node);
        },
      },
      onLeadership({ node }) {
        watches.delete(node);
      },
      end: () =>
        judged && listeners.size > 0
          ? enough
          : missing('elections, and messages sent and received'),
    };
  },
};

function oneWay(first: Sent, count: number, event: Received): Report {
  const { from, to } = event;
  const span = Math.round(event.time - first.time);
  return {
    verdict: 'suspicious',
    nodes: [from, to],
    message:
      `${to} hears ${from}, but ${from} has received none of the ${count} messages ` +
      `that ${to} sent it in ${span} ms`,
    evidence: [first, event],
  };
}
