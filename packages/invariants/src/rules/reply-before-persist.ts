import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import { type DurableState, type DurableStates, durableStatesOf } from '../follow/durable-state.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { createWaitingReports } from './waiting-reports.ts';

type Sent = EventOf<'message.sent'>;
type Received = EventOf<'message.received'>;

const needed = 'messages with ids, and what became durable when';

/** Messages of one server that are watched at a time; more than these are never on their way. */
const promisesKept = 64;

/**
 * Storage first (Raft Figure 2, "updated on stable storage before responding to RPCs"): when a
 * term, a granted vote or an acknowledged entry has reached another server, it is on the storage
 * of its sender.
 *
 * A message may be told as sent when it is made, and leave later. What counts is its receipt: in
 * virtual time, where lines are in order, or else when the receiver has spoken to the sender since,
 * and the sender has heard it. The sender's next line, if
 * there is one, has to show that none before it is lost.
 *
 * Smallest counter-example: n1 grants n2 its vote of term 3; n2 receives it; what n1 has saved is
 * term 2.
 */
export const replyBeforePersist: Rule = {
  id: 'reply-before-persist',
  code: 'S13',
  title: 'Promises are on storage before they are made',
  statement:
    'A server sends its term, a vote or the acknowledgement of an entry ' +
    'only after the same is on its storage.',
  why: 'A crash right after the reply takes back a promise that another server counts on.',
  example: [
    "n1's storage has term 2",
    'n1 grants n2 its vote of term 3',
    "n2 receives it, with nothing new on n1's storage",
  ],
  source: 'Raft §5.1, Figure 2 (State)',
  severity: 'violation',
  needs: [
    { event: 'state.persisted', fields: ['currentTerm', 'votedFor', 'lastLogIndex'] },
    { event: 'message.sent', fields: ['id', 'rpcTerm'] },
    { event: 'message.received', fields: ['id'] },
  ],
  restsOn: ['state.persisted'],
  create(context) {
    const { cluster } = context;
    const durable = durableStatesOf(cluster);
    const promises = createPerServer<Promised[]>(() => []);
    const open = countOpen(context);
    const accused = createWaitingReports(context);
    let judged = false;
    const isVirtual = (): boolean => cluster.started?.clock === 'virtual';

    const settle = (node: string | undefined): void => {
      const list = node === undefined ? none : promises.of(node);
      for (let at = list.length - 1; at >= 0; at -= 1) {
        const sent = list[at]?.sent;
        if (sent === undefined || !isKept(sent, durable.of(sent.from))) continue;
        list.splice(at, 1);
        open.add(sent, -1);
      }
    };

    const accuse = ({ sent, reached }: Promised, seen: Received): void => {
      const words = lackOf(sent, durable);
      if (words === undefined || cluster.servers.get(sent.from)?.complete !== true) return;
      const report = tooEarly(sent, words, [durable.of(sent.from).event, sent, reached, seen]);
      // In virtual time what is saved in that very moment was there, whoever is told first.
      const until = isVirtual() ? seen.time : Number.NEGATIVE_INFINITY;
      accused.add(sent.from, report, until, () => lackOf(sent, durable) !== undefined);
    };

    const arrive = (event: Received, node: string): void => {
      const isInOrder = isVirtual();
      const promised = promises.of(event.from).find(({ sent }) => sent.id === event.id);
      if (promised !== undefined && isInOrder) accuse(promised, event);
      else if (promised !== undefined) promised.reached ??= event;
      if (isInOrder) return;
      for (const own of promises.of(node)) if (own.echo === event.id) accuse(own, event);
    };

    return {
      idle: { 'message.sent': 'fresh', 'message.received': 'fresh' },
      on: {
        'node.started': (event) => {
          durable.note(event);
          settle(event.node);
        },
        'state.persisted': (event) => {
          durable.note(event);
          settle(event.node);
        },
        'log.truncated': durable.note,
        'message.sent': (event) => {
          const { node, from, id, rpcTerm } = event;
          if (node !== from || id === undefined || rpcTerm === undefined) return;
          if (open.count > 0) noteEcho(promises.of(event.to), node, event);
          if (!bindingKind(event) || isKept(event, durable.of(node))) return;
          keep(promises.of(node), event, open);
        },
        'message.received': (event) => {
          if (event.id === undefined || event.node === undefined) return;
          judged ||= durable.termsTold;
          if (open.count > 0) arrive(event, event.node);
        },
      },
      onNext: accused.next,
      end() {
        accused.end();
        return judged ? enough : missing(needed);
      },
    };
  },
};

/** A message that promises what is not on storage. */
interface Promised {
  readonly sent: Sent;
  /** Its receipt. */
  reached: Received | undefined;
  /** Id of a message that the receiver sent back afterwards. */
  echo: string | undefined;
}

const none: Promised[] = [];

interface OpenPromises {
  count: number;
  add(sent: Sent, by: 1 | -1): void;
}

function keep(list: Promised[], sent: Sent, open: OpenPromises): void {
  list.push({ sent, reached: undefined, echo: undefined });
  open.add(sent, 1);
  const dropped = list.length > promisesKept ? list.shift() : undefined;
  if (dropped !== undefined) open.add(dropped.sent, -1);
}

/** Counts promises that are not on storage yet, of all servers: most of the time there are none. */
function countOpen(context: RuleContext): OpenPromises {
  /** Those of them that a heartbeat or its answer makes, and the next one repeats. */
  let repeated = 0;
  const open = {
    count: 0,
    add({ kind }: Sent, by: 1 | -1): void {
      open.count += by;
      if (kind !== 'AppendEntries' && kind !== 'AppendEntriesResponse') return;
      repeated += by;
      // Nothing changes where it is neither the first nor the last of them.
      if (repeated !== (by === 1 ? 1 : 0)) return;
      // The receipt of any of them counts.
      const share = repeated > 0 ? 'all' : 'fresh';
      context.attend('message.sent', share);
      context.attend('message.received', share);
    },
  };
  return open;
}

function tooEarly(sent: Sent, words: string, lines: readonly (TraceEvent | undefined)[]): Report {
  const evidence = [...new Set(lines.filter((line) => line !== undefined))];
  return {
    verdict: 'violated',
    term: sent.rpcTerm,
    nodes: [sent.from],
    message: `${sent.from} sent ${sent.to} ${promiseOf(sent)}, and ${words} on its storage`,
    evidence: evidence.sort((a, b) => a.time - b.time),
  };
}

/** The receiver of a promise writes to the one who made it: once heard, the receipt is the past. */
function noteEcho(list: readonly Promised[], from: string, { id }: Sent): void {
  for (const promised of list) {
    if (promised.reached?.node === from) promised.echo ??= id;
  }
}

/** Requests for votes are left out: a vote for oneself binds once others count on it. */
function bindingKind({ kind }: Sent): boolean {
  switch (kind) {
    case 'RequestVoteResponse':
    case 'AppendEntries':
    case 'AppendEntriesResponse':
    case 'InstallSnapshot':
    case 'InstallSnapshotResponse':
    case 'TimeoutNow':
      return true;
    default:
      return false;
  }
}

/** The index up to which a reply acknowledges the log. */
function acknowledged({ kind, success, matchIndex }: Sent): number {
  if (kind === 'AppendEntriesResponse') return success === true ? (matchIndex ?? 0) : 0;
  return kind === 'InstallSnapshotResponse' ? (matchIndex ?? 0) : 0;
}

function isKept(
  sent: Sent,
  { currentTerm = -1, votedFor, lastLogIndex = 0 }: DurableState,
): boolean {
  const { rpcTerm = 0, kind, voteGranted, to } = sent;
  if (currentTerm < rpcTerm || acknowledged(sent) > lastLogIndex) return false;
  if (kind !== 'RequestVoteResponse' || voteGranted !== true) return true;
  return currentTerm > rpcTerm || votedFor === to;
}

function lackOf(sent: Sent, durable: DurableStates): string | undefined {
  const { termsTold, indexesTold } = durable;
  const { currentTerm, votedFor, lastLogIndex } = durable.of(sent.from);
  const { rpcTerm = 0, kind, voteGranted, to } = sent;
  if (termsTold && currentTerm !== undefined) {
    if (currentTerm < rpcTerm) return `had term ${currentTerm}`;
    const granted = kind === 'RequestVoteResponse' && voteGranted === true;
    if (granted && currentTerm === rpcTerm && votedFor !== to) {
      if (votedFor !== undefined) return `had a vote for ${votedFor}`;
      if (durable.votesTold()) return 'had no vote';
    }
  }
  if (!indexesTold || lastLogIndex === undefined) return undefined;
  return acknowledged(sent) > lastLogIndex ? `had its log through ${lastLogIndex}` : undefined;
}

function promiseOf(sent: Sent): string {
  if (sent.kind === 'RequestVoteResponse' && sent.voteGranted === true) {
    return `its vote of term ${sent.rpcTerm}`;
  }
  const index = acknowledged(sent);
  return `${sent.kind} of term ${sent.rpcTerm}${index > 0 ? ` for index ${index}` : ''}`;
}
