import type { EventOf, MessageKind, TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { createPerServer } from './per-server.ts';
import { sharedByCluster } from './shared-by-cluster.ts';

type Received = EventOf<'message.received'>;

/** Lines that begin or end the work on a request. */
export type RequestLine = EventOf<'message.received' | 'message.sent' | 'node.started'>;

/** Messages that answer a request: of those that are sent only these need be noted. */
export const answerKinds: readonly MessageKind[] = [
  'AppendEntriesResponse',
  'RequestVoteResponse',
  'InstallSnapshotResponse',
  'PreVoteResponse',
];

/** Tells which request a server is at work on, and so what the lines after its receipt mean. */
export interface RequestsAtWork {
  note(line: RequestLine): void;
  /**
   * The request that `node` has received last and not answered yet. Undefined while another one
   * waits for its answer too, as it does where threads handle them side by side, and where a line
   * of the server is missing.
   */
  of(node: string): Received | undefined;
  /** The request that the line just noted answers, under the same conditions. */
  answered(line: EventOf<'message.sent'>): Received | undefined;
}

/** The requests that the servers of `cluster` are at work on, for all rules that read them. */
export const requestsAtWorkOf: (cluster: ClusterView) => RequestsAtWork =
  sharedByCluster(createRequestsAtWork);

interface Work {
  request: Received | undefined;
  waiting: number;
  answered: Received | undefined;
}

function createRequestsAtWork(cluster: {
  readonly servers: ReadonlyMap<string, { readonly complete: boolean }>;
}): RequestsAtWork {
  const works = createPerServer<Work>(() => ({
    request: undefined,
    waiting: 0,
    answered: undefined,
  }));
  let noted: TraceEvent | undefined;
  const whole = (node: string): boolean => cluster.servers.get(node)?.complete === true;

  return {
    note(line) {
      if (line === noted || line.node === undefined) return;
      noted = line;
      const work = works.of(line.node);
      if (line.event === 'message.received') receive(work, line);
      else if (line.event === 'message.sent') send(work, line);
      else {
        work.request = undefined;
        work.waiting = 0;
      }
    },
    of(node) {
      const { request } = works.of(node);
      return request !== undefined && whole(node) ? request : undefined;
    },
    answered(line) {
      if (line.node === undefined) return undefined;
      const { answered } = works.of(line.node);
      return line === noted && answered !== undefined && whole(line.node) ? answered : undefined;
    },
  };
}

function receive(work: Work, line: Received): void {
  if (answerTo(line.kind) === undefined) {
    // Another thread may be at work on this one now.
    work.request = undefined;
    return;
  }
  work.waiting += 1;
  work.request = work.waiting === 1 ? line : undefined;
}

function send(work: Work, line: EventOf<'message.sent'>): void {
  work.answered = undefined;
  if (!isAnswer(line.kind)) return;
  const { request } = work;
  if (request?.from === line.to && answerTo(request.kind) === line.kind) work.answered = request;
  if (work.waiting > 0) work.waiting -= 1;
  work.request = undefined;
}

/** How a request is answered; undefined for what needs no answer, or gets it at another time. */
function answerTo(kind: Received['kind']): Received['kind'] | undefined {
  switch (kind) {
    case 'AppendEntries':
      return 'AppendEntriesResponse';
    case 'RequestVote':
      return 'RequestVoteResponse';
    case 'InstallSnapshot':
      return 'InstallSnapshotResponse';
    case 'PreVote':
      return 'PreVoteResponse';
    default:
      return undefined;
  }
}

function isAnswer(kind: Received['kind']): boolean {
  return (
    kind === 'AppendEntriesResponse' ||
    kind === 'RequestVoteResponse' ||
    kind === 'InstallSnapshotResponse' ||
    kind === 'PreVoteResponse'
  );
}
