import type { EventOf } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import type { Handlers, Kinds } from '../rule.ts';

type Started = EventOf<'read.started'>;
type Received = EventOf<'message.received'>;

/** A read under way at one server, and what that server knew when it began. */
export interface Read {
  readonly started: Started;
  readonly commitIndex: number;
  readonly commit: EventOf<'commit.advanced'> | undefined;
  /** The last round of heartbeats that had begun then. */
  readonly round: number;
  /** Who answered the leader since, in a round that began since. */
  readonly answers: Set<string>;
  /** An answer did not say which round it is of. */
  roundless: boolean;
}

/** What one server's lines tell that reads rest on. */
interface Reader {
  round: number;
  applied: number;
  readonly reads: Map<string, Read>;
}

/** Clients that never get an answer leave reads behind: the oldest go first. */
const readsKept = 1_000;

/** The reads by read index that are under way. */
export interface Readers {
  readonly on: Handlers;
  readonly kinds: Kinds;
  /** Takes a read out that is answered. */
  end(node: string, client: string | undefined): Read | undefined;
  /** The last index that a server with reads has applied, 0 where it told none. */
  applied(node: string): number;
}

/** Starts with none; where nobody reads it looks at nothing. */
export function createReaders(cluster: ClusterView): Readers {
  const readers = new Map<string, Reader>();
  const readerOf = (node: string): Reader => {
    let reader = readers.get(node);
    if (reader === undefined) {
      reader = { round: 0, applied: 0, reads: new Map() };
      readers.set(node, reader);
    }
    return reader;
  };
  const reach = ({ node, index }: EventOf<'entry.applied' | 'snapshot.installed'>): void => {
    if (readers.size === 0 || node === undefined) return;
    const reader = readers.get(node);
    if (reader !== undefined && index > reader.applied) reader.applied = index;
  };
  const forget = ({ node }: { readonly node?: string | undefined }): void => {
    if (node !== undefined) readers.delete(node);
  };
  return {
    kinds: { 'message.sent': ['AppendEntries'], 'message.received': ['AppendEntriesResponse'] },
    on: {
      'read.started': (event) => {
        const { node, mode } = event;
        const server = node === undefined ? undefined : cluster.servers.get(node);
        if (node === undefined || server === undefined || mode !== 'read-index') return;
        const { commitIndex, commit } = server;
        begin(readerOf(node), { started: event, commitIndex, commit });
      },
      'message.sent': ({ round, node, kind }) => {
        if (round === undefined || node === undefined || kind !== 'AppendEntries') return;
        const reader = readerOf(node);
        if (round > reader.round) reader.round = round;
      },
      'message.received': (event) => {
        if (readers.size === 0 || event.node === undefined) return;
        if (event.kind === 'AppendEntriesResponse') answer(readers.get(event.node), event);
      },
      'entry.applied': reach,
      'snapshot.installed': reach,
      'node.started': forget,
      'node.crashed': forget,
    },
    end(node, client) {
      const reads = readers.get(node)?.reads;
      const read = reads?.get(client ?? '');
      reads?.delete(client ?? '');
      return read;
    },
    applied: (node) => readers.get(node)?.applied ?? 0,
  };
}

function begin(
  { reads, round }: Reader,
  read: Pick<Read, 'started' | 'commitIndex' | 'commit'>,
): void {
  const { node, client = '' } = read.started;
  const answers = new Set(node === undefined ? [] : [node]);
  reads.set(client, { ...read, round, answers, roundless: false });
  if (reads.size <= readsKept) return;
  const [oldest] = reads.keys();
  if (oldest !== undefined) reads.delete(oldest);
}

function answer(reader: Reader | undefined, { round, from }: Received): void {
  if (reader === undefined || reader.reads.size === 0) return;
  for (const read of reader.reads.values()) {
    if (round === undefined) read.roundless = true;
    else if (round <= read.round) continue;
    read.answers.add(from);
  }
}
