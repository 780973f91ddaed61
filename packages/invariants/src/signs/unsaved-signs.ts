import type { TraceEvent } from '@raftlens/trace';
import type { MakeSignWatch } from './sign.ts';

interface Unsaved {
  readonly bug: string;
  readonly what: string;
  readonly event: TraceEvent;
}

interface Sent {
  readonly node: string;
  readonly unsaved: Unsaved;
  readonly event: TraceEvent;
}

/** Messages under way that are remembered. */
const longest = 4096;

/** Promises that reach their receiver before what they promise is written (Raft Figure 2). */
export const unsavedSigns: MakeSignWatch = (tell) => {
  const unsaved = new Map<string, Unsaved[]>();
  const sent = new Map<string, Sent>();
  const writers = new Set<string>();
  const add = (node: string, bug: string, what: string, event: TraceEvent): void => {
    const known = unsaved.get(node);
    if (known === undefined) unsaved.set(node, [{ bug, what, event }]);
    else if (known.every((each) => each.bug !== bug)) known.push({ bug, what, event });
  };
  const clear = (node: string): void => {
    unsaved.delete(node);
    for (const [id, each] of sent) if (each.node === node) sent.delete(id);
  };
  const told = (node: string, event: TraceEvent): void => {
    switch (event.event) {
      case 'state.persisted':
        writers.add(node);
        clear(node);
        return;
      case 'node.started':
        clear(node);
        return;
      case 'election.started':
        if (event.preVote !== true) add(node, 'no-persist-candidacy', 'its candidacy', event);
        return;
      case 'vote.granted':
        if (event.preVote !== true) add(node, 'no-persist-grant', 'its vote', event);
        return;
      case 'log.appended':
        if (event.role !== 'leader') add(node, 'ack-before-save', 'the entries', event);
        return;
      default:
    }
  };
  return {
    step() {},
    event(event) {
      const { node } = event;
      if (node === undefined) return;
      told(node, event);
      if (event.event === 'message.sent' && event.id !== undefined) {
        const promise = unsaved.get(node)?.find(({ bug }) => isPromise(bug, event));
        if (promise === undefined || !writers.has(node)) return;
        sent.set(event.id, { node, unsaved: promise, event });
        if (sent.size > longest) sent.delete(sent.keys().next().value ?? '');
      } else if (event.event === 'message.received' && event.id !== undefined) {
        const early = sent.get(event.id);
        if (early === undefined) return;
        sent.delete(event.id);
        const why = `${event.kind} of ${early.node} came to ${node} before ${early.node} wrote ${early.unsaved.what}`;
        tell(early.unsaved.bug, 0.95, why, [early.unsaved.event, event]);
      }
    },
  };
};

function isPromise(bug: string, event: TraceEvent): boolean {
  if (event.event !== 'message.sent') return false;
  if (bug === 'no-persist-candidacy') return event.kind === 'RequestVote';
  if (bug === 'no-persist-grant') return event.kind === 'RequestVoteResponse' && event.voteGranted === true;
  return event.kind === 'AppendEntriesResponse' && event.success === true;
}
