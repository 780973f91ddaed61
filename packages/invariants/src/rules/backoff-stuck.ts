import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Kinds, Rule } from '../rule.ts';

/** So often a leader may go on as before: what it sends may cross with a rejection of the past. */
const roundsAllowed = 4;

/**
 * A leader goes back after a rejection (Raft §5.3): what it sends next follows an entry that the
 * follower may have.
 *
 * A rejection says where the follower's log ends, or repeats the index that did not match. It is a
 * round when the next AppendEntries to that follower still follows an index there or beyond, though
 * nothing that follows a lower one is on its way: to what was sent before it more rejections may
 * come. An acceptance begins anew, and so does a line that is lost; a snapshot follows nothing,
 * until it is acknowledged.
 *
 * Smallest counter-example: n2, whose log ends at 4, rejects AppendEntries again and again; n1 goes
 * on sending what follows index 9.
 */
export const backoffStuck: Rule = {
  id: 'backoff-stuck',
  code: 'R10',
  title: 'A rejection makes the leader go back',
  statement:
    'A leader whose AppendEntries is rejected for a conflict tries again with a lower nextIndex.',
  why: 'A follower that is asked the same question for ever never gets an entry again.',
  example: [
    'n1 sends n2 what follows index 9',
    'n2 rejects it, as its log ends at 4',
    'n1 sends again what follows index 9, and so on',
  ],
  source: 'Raft §5.3, Figure 2 (Leaders: decrement nextIndex and retry)',
  severity: 'violation',
  needs: [
    { event: 'message.sent', fields: ['term', 'prevLogIndex'] },
    { event: 'message.received', fields: ['term', 'rpcTerm', 'success', 'conflictIndex'] },
  ],
  create(context) {
    const leaders = createPerServer<Map<string, Follower>>(() => new Map());
    let judged = false;

    const reply = (event: EventOf<'message.received'>): void => {
      const { node, from, term, rpcTerm, success } = event;
      if (node === undefined || success === undefined) return;
      if (term === undefined || rpcTerm !== term || event.role !== 'leader') return;
      const followers = leaders.of(node);
      let follower = followers.get(from);
      if (follower === undefined || follower.term !== term) {
        follower = newFollower(event, term);
        followers.set(from, follower);
      }
      if (success) accepted(follower, event.matchIndex);
      else if (rejected(follower, event)) judged = true;
    };

    const send = (event: EventOf<'message.sent'>): void => {
      const { node, to, term, prevLogIndex: prev, rpcTerm } = event;
      if (node === undefined || prev === undefined || rpcTerm !== term) return;
      const follower = leaders.of(node).get(to);
      if (follower === undefined || follower.term !== term) return;
      if (prev < follower.lowest) follower.lowest = prev;
      if (!follower.waits) return;
      follower.waits = false;
      if (follower.lowest < follower.bound) {
        follower.rounds = 0;
        return;
      }
      nextRound(follower, context.cluster.servers.get(node)?.breaks ?? 0);
      if (follower.rounds < roundsAllowed) return;
      context.report(stuckAt(event, follower));
    };

    return {
      idle: { 'message.sent': 'fresh', 'message.received': 'fresh' },
      kinds,
      forgetsBy: ['node.started'],
      on: {
        'node.started': ({ node }) => {
          if (node !== undefined) leaders.of(node).clear();
        },
        'message.received': (event) => {
          if (event.kind === 'AppendEntriesResponse') reply(event);
          else if (event.kind === 'InstallSnapshotResponse') installed(event);
        },
        'message.sent': (event) => {
          if (event.kind === 'AppendEntries') send(event);
          else if (event.kind === 'InstallSnapshot') begin(event.node, event.to);
        },
      },
      end: () => (judged ? enough : missing('rejections, with where the follower lacks entries')),
    };

    function installed({ node, from, matchIndex }: EventOf<'message.received'>): void {
      const follower = node === undefined ? undefined : leaders.of(node).get(from);
      if (follower !== undefined) accepted(follower, matchIndex);
    }

    function begin(node: string | undefined, peer: string): void {
      const follower = node === undefined ? undefined : leaders.of(node).get(peer);
      if (follower === undefined) return;
      // It follows nothing, and what is sent behind it follows what it brings.
      follower.lowest = 0;
      follower.rounds = 0;
      follower.waits = false;
    }
  },
};

const kinds: Kinds = {
  'message.sent': ['AppendEntries', 'InstallSnapshot'],
  'message.received': ['AppendEntriesResponse', 'InstallSnapshotResponse'],
};

/** What the answers of a follower say. */
interface Follower {
  readonly term: number;
  /** The highest index that it acknowledged in this term. */
  match: number;
  /** What is sent next has to follow a lower index. */
  bound: number;
  /** The lowest index that anything follows which was sent and is not acknowledged. */
  lowest: number;
  /** The last rejection, and the first of those in a row. */
  rejection: EventOf<'message.received'>;
  first: TraceEvent;
  rounds: number;
  /** How often lines of the leader were lost before the first of them. */
  breaks: number;
  /** Nothing was sent since the last rejection. */
  waits: boolean;
}

function newFollower(event: EventOf<'message.received'>, term: number): Follower {
  return {
    term,
    match: 0,
    bound: 0,
    lowest: Number.POSITIVE_INFINITY,
    rejection: event,
    first: event,
    rounds: 0,
    breaks: 0,
    waits: false,
  };
}

function stuckAt(event: EventOf<'message.sent'>, follower: Follower): Report {
  const { first, rejection, rounds, bound } = follower;
  return {
    verdict: 'violated',
    term: event.term,
    nodes: [event.from, event.to],
    message:
      `${event.to} rejected AppendEntries of ${event.from} ${rounds} times in a row, the last ` +
      `time for index ${bound}, and ${event.from} still sends what follows ${event.prevLogIndex}`,
    evidence: [first, rejection, event],
  };
}

function nextRound(follower: Follower, breaks: number): void {
  if (breaks !== follower.breaks) follower.rounds = 0;
  if (follower.rounds === 0) {
    follower.first = follower.rejection;
    follower.breaks = breaks;
  }
  follower.rounds += 1;
}

function accepted(follower: Follower, matchIndex = Number.POSITIVE_INFINITY): void {
  follower.match = Math.max(follower.match, matchIndex);
  // What follows the acknowledged entries may be on its way: everything up from there was sent.
  if (matchIndex > follower.lowest) follower.lowest = matchIndex;
  follower.rounds = 0;
  follower.waits = false;
}

/** Takes a rejection in, unless it is of the past: repeated, or overtaken by an acceptance. */
function rejected(follower: Follower, event: EventOf<'message.received'>): boolean {
  const bound = boundOf(event);
  if (bound === undefined || bound <= follower.match) return false;
  if (
    event !== follower.rejection &&
    event.id !== undefined &&
    event.id === follower.rejection.id
  ) {
    return false;
  }
  follower.rejection = event;
  follower.bound = bound;
  follower.waits = true;
  return true;
}

/**
 * The first index that the follower lacks, or that did not match. A hint with a term does not tell:
 * the leader may hold more entries of that term than the follower.
 */
function boundOf(event: EventOf<'message.received'>): number | undefined {
  const { prevLogIndex, conflictIndex, conflictTerm } = event;
  if (prevLogIndex !== undefined) return prevLogIndex;
  if (conflictIndex === undefined || conflictIndex === 0) return undefined;
  return conflictTerm === undefined || conflictTerm === 0 ? conflictIndex : undefined;
}
