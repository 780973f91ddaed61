import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import { createRecent } from '../recent.ts';
import type { Rule } from '../rule.ts';

type Sent = EventOf<'message.sent'>;
type Received = EventOf<'message.received'>;

/** Messages that are remembered; what is older is not on its way any more. */
const messagesKept = 4096;

/**
 * What is received was sent (Raft §5, the network may lose, delay, reorder and repeat): a receipt
 * comes after the sending of the same id, and says the same.
 *
 * A receipt that says something else is proof of messages that change under way, or share memory
 * with the log. One that stands before its sending shows clocks that differ, or lines out of place,
 * and is told as a remark. In virtual time only the contents are compared, where there are entries.
 *
 * Smallest counter-example: n1 sends m1 with 3@2; n2 receives m1 with 3@4.
 */
export const receiveWithoutSend: Rule = {
  id: 'receive-without-send',
  code: 'R9',
  title: 'A message is received as it was sent',
  statement: 'Every message received was sent before, with the same contents.',
  why:
    'A message that changes on its way, as when it shares memory with a log that changes, ' +
    'replicates what its leader never meant; clocks that differ mislead whoever reads the log.',
  example: ['n1 sends m1 with entry 3@2', 'n2 receives m1 with entry 3@4'],
  source: 'Raft §5 (Figure 2: arguments of the RPCs), §2 (network model)',
  severity: 'violation',
  needs: [
    { event: 'message.sent', fields: ['id'] },
    { event: 'message.received', fields: ['id'] },
  ],
  create(context) {
    const sent = createRecent<Sent>(messagesKept);
    /** Receipts whose sending has not been seen yet. */
    const early = createRecent<Received>(messagesKept);
    let judged = false;

    const watched = (event: Sent | Received): boolean =>
      context.cluster.started?.clock !== 'virtual' ||
      (event.kind === 'AppendEntries' && (event.entries?.length ?? 0) > 0);

    const compare = (sending: Sent, receipt: Received): void => {
      const what = difference(sending, receipt);
      if (what === undefined) return;
      context.report({
        verdict: 'violated',
        term: receipt.rpcTerm ?? receipt.term,
        nodes: [sending.from, receipt.to],
        message:
          `${sending.from} sent ${sending.kind} ${receipt.id} with ${what[0]}, ` +
          `and ${receipt.to} received it with ${what[1]}`,
        evidence: [sending, receipt],
      });
    };

    return {
      idle: { 'message.sent': 'fresh', 'message.received': 'fresh' },
      on: {
        'message.sent': (event) => {
          const { id } = event;
          if (id === undefined || !watched(event)) return;
          const receipt = early.get(id);
          if (receipt !== undefined) {
            early.delete(id);
            compare(event, receipt);
            context.report(tooEarly(event, receipt));
          }
          sent.set(id, event);
        },
        'message.received': (event) => {
          const { id } = event;
          if (id === undefined || !watched(event)) return;
          judged = true;
          const sending = sent.get(id);
          if (sending !== undefined) compare(sending, event);
          else if (context.cluster.servers.get(event.from)?.complete === true) {
            early.set(id, event);
          }
        },
      },
      end: () => (judged ? enough : missing('messages with ids, at both ends')),
    };
  },
};

function tooEarly(sending: Sent, receipt: Received) {
  const aheadMs = Math.round((sending.time - receipt.time) * 1000) / 1000;
  return {
    verdict: 'inconsistent',
    severity: 'note',
    nodes: [sending.from, receipt.to],
    message:
      `${receipt.to} tells of ${receipt.kind} ${receipt.id} before ${sending.from} sent it` +
      (aheadMs > 0 ? `: their clocks differ by ${aheadMs} ms or more` : ''),
    evidence: [receipt, sending],
  } as const;
}

/** The first thing in which two tellings of a message differ, as sent and as received. */
function difference(a: Sent, b: Received): readonly [string, string] | undefined {
  if (a.kind !== b.kind) return [`kind ${a.kind}`, `kind ${b.kind}`];
  // Nearly all are the same, which is seen faster field by field than by their names.
  if (sameFields(a, b) && sameEntries(a, b)) return undefined;
  for (const field of compared) {
    const before = a[field];
    const after = b[field];
    if (before === undefined || after === undefined || before === after) continue;
    return [`${field} ${before}`, `${field} ${after}`];
  }
  if (a.entries === undefined || b.entries === undefined) return undefined;
  if (a.entries.length !== b.entries.length) {
    return [`${a.entries.length} entries`, `${b.entries.length}`];
  }
  for (const [at, entry] of a.entries.entries()) {
    const other = b.entries[at];
    const hashesDiffer =
      entry.hash !== undefined && other?.hash !== undefined && entry.hash !== other.hash;
    if (entry.term === other?.term && !hashesDiffer) continue;
    const index = (a.prevLogIndex ?? 0) + at + 1;
    return [nameOf(index, entry.term, entry.hash), nameOf(index, other?.term, other?.hash)];
  }
  return undefined;
}

function sameFields(a: Sent, b: Received): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.rpcTerm === b.rpcTerm &&
    a.prevLogIndex === b.prevLogIndex &&
    a.prevLogTerm === b.prevLogTerm &&
    a.leaderCommit === b.leaderCommit &&
    a.matchIndex === b.matchIndex &&
    a.success === b.success &&
    a.voteGranted === b.voteGranted
  );
}

function sameEntries({ entries: a = [] }: Sent, { entries: b = [] }: Received): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    // Decoded from equal lines they are one.
    if (a[at] !== b[at] && (a[at]?.term !== b[at]?.term || a[at]?.hash !== b[at]?.hash))
      return false;
  }
  return true;
}

const compared = [
  'from',
  'to',
  'rpcTerm',
  'prevLogIndex',
  'prevLogTerm',
  'leaderCommit',
  'matchIndex',
  'success',
  'voteGranted',
] as const;

function nameOf(index: number, term: number | undefined, hash: string | undefined): string {
  return `${index}@${term ?? '?'}${hash === undefined ? '' : ` (${hash})`}`;
}
