import type { SpanIds } from './span-ids.ts';
import type { SpanAttributes, SpanEvent, SpanRecord, SpanStatus } from './span-record.ts';
import { spanTime } from './span-time.ts';

/** Where the spans of one trace get their ids from and go to. */
export interface SpanTrace {
  readonly ids: SpanIds;
  readonly emit: (record: SpanRecord) => void;
}

/** A span that has begun and not ended. */
export interface OpenSpan {
  readonly service: string;
  readonly name: string;
  readonly parentSpanId: string | undefined;
  /** Moves when the span goes on as its next part. */
  spanId: string;
  /** Ms since the epoch. */
  startMs: number;
  attributes: SpanAttributes;
  events: SpanEvent[];
  part: number;
}

/** What a span begins with. */
export interface SpanStart {
  readonly service: string;
  readonly name: string;
  readonly parent: OpenSpan | undefined;
  readonly timeMs: number;
  readonly attributes?: SpanAttributes | undefined;
}

/** SDKs and backends keep 128 events of a span and silently drop the oldest of more. */
export const maxSpanEvents = 120;

const unset: SpanStatus = { code: 'unset' };

/** Begins a span. */
export function openSpan(trace: SpanTrace, start: SpanStart): OpenSpan {
  return {
    service: start.service,
    name: start.name,
    parentSpanId: start.parent?.spanId,
    spanId: trace.ids.next(start.service),
    startMs: start.timeMs,
    attributes: start.attributes ?? {},
    events: [],
    part: 1,
  };
}

/** Adds attributes, over those of the same names. */
export function describeSpan(span: OpenSpan, attributes: SpanAttributes): void {
  span.attributes = { ...span.attributes, ...attributes };
}

/**
 * Adds an event. A full span ends there and goes on as its next part beside it, under the same
 * parent, so that no event is lost and nothing gets deeper.
 */
export function addSpanEvent(
  trace: SpanTrace,
  span: OpenSpan,
  event: { readonly name: string; readonly timeMs: number; readonly attributes: SpanAttributes },
): void {
  if (span.events.length >= maxSpanEvents) {
    closeSpan(trace, span, event.timeMs);
    span.part += 1;
    span.spanId = trace.ids.next(span.service);
    span.startMs = event.timeMs;
    span.attributes = { ...span.attributes, 'raft.part': span.part };
    span.events = [];
  }
  const { name, attributes } = event;
  span.events.push({ name, time: spanTime(event.timeMs), attributes });
}

/** Ends a span and hands it over. Merged logs may run backwards; a span does not. */
export function closeSpan(
  trace: SpanTrace,
  span: OpenSpan,
  timeMs: number,
  status: SpanStatus = unset,
): void {
  trace.emit({
    traceId: trace.ids.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId,
    service: span.service,
    name: span.name,
    start: spanTime(span.startMs),
    end: spanTime(Math.max(timeMs, span.startMs)),
    attributes: span.attributes,
    events: span.events,
    status,
  });
}
