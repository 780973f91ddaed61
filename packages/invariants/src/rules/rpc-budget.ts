import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

type Sent = EventOf<'message.sent'>;

/** Heartbeats are counted over so many intervals. */
const intervalsCounted = 10;
/** The MIT tester allows three times as many RPCs as one a follower and interval. */
const timesTooMany = 3;

/** Heartbeats of one leadership, counted from `first` on. */
interface Count {
  readonly node: string;
  readonly term: number | undefined;
  first: Sent;
  sent: number;
  reads: boolean;
}

/**
 * A leader sends each follower about one heartbeat an interval (Raft §5.2; the RPC limits of MIT's
 * lab 2B).
 *
 * Evidence: over ten declared heartbeat intervals a leader sends more than three times as many
 * AppendEntries without entries as its followers need, reads apart.
 *
 * Smallest counter-example: intervals are of 100 ms; n1 of three servers sends 70 heartbeats within
 * a second.
 */
export const rpcBudget: Rule = {
  id: 'rpc-budget',
  code: 'L15',
  title: 'No more RPCs than needed',
  statement: 'An idle leader sends each follower about one heartbeat an interval.',
  why:
    'More of them take time from what has to be done, at every server: ' +
    'often a loop of an earlier leadership still runs.',
  example: [
    'heartbeats are to be 100 ms apart',
    'n1, leader of three servers, sends 70 heartbeats within one second',
  ],
  source: 'Raft §5.2; MIT, lab 2B (RPC counts)',
  severity: 'warning',
  needs: [
    { event: 'message.sent', fields: ['role', 'term', 'entries'] },
    { event: 'trace.started', fields: ['config'] },
  ],
  create(context) {
    const { cluster } = context;
    const counts = new Map<string, Count>();
    let latest: Count | undefined;
    let judged = false;

    const beginCount = (event: Sent, node: string): void => {
      latest = { node, term: event.term, first: event, sent: 1, reads: false };
      counts.set(node, latest);
    };

    const full = (count: Count, event: Sent, intervalMs: number): void => {
      judged = true;
      const span = event.time - count.first.time;
      const needed = (span / intervalMs) * Math.max(1, cluster.servers.size - 1);
      if (count.reads || span > 2 * intervalsCounted * intervalMs) return;
      if (count.sent <= timesTooMany * needed) return;
      context.report({
        verdict: 'suspicious',
        term: event.term,
        nodes: [count.node],
        message:
          `${count.node}, leader, sent ${count.sent} heartbeats within ${Math.round(span)} ms, ` +
          `where ${Math.ceil(needed)} are due at one every ${intervalMs} ms`,
        evidence: [count.first, event],
      });
    };

    return {
      kinds: { 'message.sent': ['AppendEntries'] },
      forgetsBy: ['node.started'],
      on: {
        'message.sent': (event) => {
          const { node, role, entries } = event;
          if (role !== 'leader' || event.kind !== 'AppendEntries' || node === undefined) return;
          if (entries === undefined || entries.length > 0) return;
          const intervalMs = cluster.started?.config?.heartbeatIntervalMs;
          if (intervalMs === undefined || intervalMs <= 0) return;
          const count = latest?.node === node ? latest : counts.get(node);
          if (count === undefined || count.term !== event.term) {
            beginCount(event, node);
            return;
          }
          latest = count;
          count.sent += 1;
          if (event.time - count.first.time < intervalsCounted * intervalMs) return;
          full(count, event, intervalMs);
          beginCount(event, node);
        },
        // Each read begins a round of heartbeats of its own (thesis §6.4).
        'read.started': ({ node }) => {
          for (const count of counts.values()) count.reads = true;
          if (node !== undefined) judged = true;
        },
        // Transfers and new members are spoken to at once.
        'node.started': ({ node }) => {
          if (node === undefined) return;
          counts.delete(node);
          latest = undefined;
        },
      },
      end: () => (judged ? enough : missing('heartbeats, and the declared interval')),
    };
  },
};
