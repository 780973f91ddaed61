import type { EventOf, TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { createPerServer } from './per-server.ts';
import { sharedByCluster } from './shared-by-cluster.ts';

/** Lines that tell what is durable, or take it back. */
export type DurableLine = EventOf<'node.started' | 'state.persisted' | 'log.truncated'>;

/** What a server's lines say is on its storage. */
export interface DurableState {
  /** Undefined where no line of the server tells. */
  readonly currentTerm: number | undefined;
  readonly votedFor: string | undefined;
  readonly lastLogIndex: number | undefined;
  /** The line that tells it. */
  readonly event: TraceEvent | undefined;
}

/** Follows what is durable on all servers of a cluster. */
export interface DurableStates {
  note(line: DurableLine): void;
  of(node: string): DurableState;
  /** Some server tells of terms, or of indexes, when they become durable. */
  readonly termsTold: boolean;
  readonly indexesTold: boolean;
  /** What is saved is told with its vote, where there is one. */
  votesTold(): boolean;
  /** A line without a vote says that there was none: not every program tells its vote. */
  saysVote(line: EventOf<'node.started' | 'state.persisted'>): boolean;
}

/** What is durable on the servers of `cluster`, for all rules that read it. */
export const durableStatesOf: (cluster: ClusterView) => DurableStates =
  sharedByCluster(createDurableStates);

interface State {
  currentTerm: number | undefined;
  votedFor: string | undefined;
  lastLogIndex: number | undefined;
  event: TraceEvent | undefined;
}

/**
 * Writes take time, and what a line tells may have been cut off since the write began. The index
 * told then is too high, never too low: enough for whoever asks whether something is missing.
 */
function createDurableStates(cluster: Pick<ClusterView, 'tellsAll'>): DurableStates {
  const states = createPerServer<State>(() => ({
    currentTerm: undefined,
    votedFor: undefined,
    lastLogIndex: undefined,
    event: undefined,
  }));
  let noted: DurableLine | undefined;
  /** Kinds of lines that are seen to tell the vote. */
  const votesTold = new Set<string>();

  const durable = {
    termsTold: false,
    indexesTold: false,
    of: states.of,
    votesTold: () => cluster.tellsAll || votesTold.has('state.persisted'),
    note(line: DurableLine): void {
      if (line === noted || line.node === undefined) return;
      noted = line;
      const state = states.of(line.node);
      if (line.event === 'log.truncated') {
        const left = line.fromIndex - 1;
        if (state.lastLogIndex !== undefined && state.lastLogIndex > left) {
          state.lastLogIndex = left;
        }
        return;
      }
      if (line.votedFor !== undefined) votesTold.add(line.event);
      if (line.event === 'node.started') {
        start(state, line);
        return;
      }
      durable.termsTold ||= line.currentTerm !== undefined;
      durable.indexesTold ||= line.lastLogIndex !== undefined;
      persist(state, line);
    },
    saysVote(line: EventOf<'node.started' | 'state.persisted'>): boolean {
      if (line.votedFor !== undefined || votesTold.has(line.event)) return true;
      if (!cluster.tellsAll) return false;
      // Our own vocabulary leaves the vote out when there is none, and tells all the rest.
      const term = line.event === 'node.started' ? line.term : line.currentTerm;
      return term !== undefined && line.lastLogIndex !== undefined;
    },
  };
  return durable;
}

function start(state: State, line: EventOf<'node.started'>): void {
  state.currentTerm = line.term;
  state.votedFor = line.votedFor;
  state.lastLogIndex = line.lastLogIndex;
  state.event = line;
}

function persist(state: State, line: EventOf<'state.persisted'>): void {
  const { currentTerm, votedFor, lastLogIndex } = line;
  state.event = line;
  if (currentTerm !== undefined) {
    state.currentTerm = currentTerm;
    state.votedFor = votedFor;
  }
  if (lastLogIndex === undefined) return;
  if (state.lastLogIndex === undefined || lastLogIndex > state.lastLogIndex) {
    state.lastLogIndex = lastLogIndex;
  }
}
