import type { EventOf, TraceEvent } from '@raftlens/trace';
import { createRecent } from '../recent.ts';

/** What an answer is an answer to. */
export interface Asked {
  /** When the request left. */
  readonly time: number;
  /** The request's own term. */
  readonly rpcTerm: number | undefined;
  /** Index before its entries. */
  readonly prev: number | undefined;
}

/** Ties answers to their requests by the ids of messages, where the lines have them. */
export interface Requests {
  /** Takes the next line, whoever wrote it. */
  observe(event: TraceEvent): void;
  /** Undefined where lines are missing. */
  askedBy(answer: TraceEvent): Asked | undefined;
}

/** Messages under way that are remembered. */
const kept = 4096;

/** Begins with no message under way. */
export function createRequests(): Requests {
  const sent = createRecent<Asked>(kept);
  const answers = createRecent<Asked>(kept);
  /** What each server received last: what it sends then may be the answer. */
  const received = new Map<string, EventOf<'message.received'>>();
  return {
    observe(event) {
      const { node } = event;
      if (node === undefined || event.event === 'message.dropped') return;
      if (event.event === 'message.received') received.set(node, event);
      if (event.event === 'timer.expired' || event.event === 'node.started') received.delete(node);
      if (event.event !== 'message.sent' || event.id === undefined) return;
      if (!event.kind.endsWith('Response')) {
        sent.set(idOf(event), {
          time: event.time,
          rpcTerm: event.rpcTerm,
          prev: event.prevLogIndex,
        });
        return;
      }
      const request = received.get(node);
      const asked = request?.from === event.to ? sent.get(idOf(request)) : undefined;
      if (asked !== undefined) answers.set(idOf(event), asked);
    },
    askedBy: (answer) => answers.get(idOf(answer)),
  };
}

function idOf(event: TraceEvent): string {
  const id = event.event === 'message.sent' || event.event === 'message.received' ? event.id : '';
  return `${event.run ?? ''} ${id ?? ''}`;
}
