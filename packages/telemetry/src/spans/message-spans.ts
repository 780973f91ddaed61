import type { EventOf } from '@raftlens/trace';
import { eventAttributes } from './event-attributes.ts';
import {
  addSpanEvent,
  closeSpan,
  describeSpan,
  type OpenSpan,
  openSpan,
  type SpanTrace,
} from './open-span.ts';

/** Messages on their way, by id, oldest first. */
export type MessageSpans = Map<string, OpenSpan>;

/** Logs that never tell of receipts would keep every message open; the oldest makes room. */
const maxInFlight = 10_000;

/** Begins a message at its sender; false when it has no id to be recognised by. */
export function openMessage(
  trace: SpanTrace,
  spans: MessageSpans,
  event: EventOf<'message.sent'>,
  parent: OpenSpan,
): boolean {
  const { id, time } = event;
  if (id === undefined) return false;
  const [oldest] = spans;
  if (spans.has(id)) end(trace, spans, id, time, 'sent again under the same id');
  else if (oldest !== undefined && spans.size >= maxInFlight) {
    end(trace, spans, oldest[0], time, 'too many messages to follow');
  }
  const span = openSpan(trace, {
    service: parent.service,
    name: event.kind,
    parent,
    timeMs: time,
    attributes: eventAttributes(event),
  });
  spans.set(id, span);
  return true;
}

/** Goes on with a message; false when no open message has that id. */
export function followMessage(
  trace: SpanTrace,
  spans: MessageSpans,
  event: EventOf<'message.received' | 'message.dropped' | 'message.duplicated'>,
): boolean {
  const span = event.id === undefined ? undefined : spans.get(event.id);
  if (span === undefined || event.id === undefined) return false;
  if (event.event === 'message.duplicated') {
    const attributes = event.cause === undefined ? {} : { 'raft.cause': event.cause };
    addSpanEvent(trace, span, { name: event.event, timeMs: event.time, attributes });
  } else if (event.event === 'message.dropped') {
    if (event.cause !== undefined) describeSpan(span, { 'raft.cause': event.cause });
    end(trace, spans, event.id, event.time, 'dropped');
  } else {
    end(trace, spans, event.id, event.time);
  }
  return true;
}

/** Ends what is still on its way when the trace ends. */
export function closeMessages(trace: SpanTrace, spans: MessageSpans, timeMs: number): void {
  for (const id of spans.keys()) end(trace, spans, id, timeMs);
}

function end(
  trace: SpanTrace,
  spans: MessageSpans,
  id: string,
  timeMs: number,
  why?: string,
): void {
  const span = spans.get(id);
  if (span === undefined) return;
  spans.delete(id);
  closeSpan(trace, span, timeMs, why === undefined ? undefined : { code: 'error', message: why });
}
