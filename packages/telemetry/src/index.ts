export { logEvent } from './log-event.ts';
export { type RaftTraceDestination, raftTraceDestination } from './pino-destination.ts';
export { createSpanFold, type SpanFold, type SpanFoldOptions } from './spans/fold-spans.ts';
export type {
  SpanAttributes,
  SpanEvent,
  SpanRecord,
  SpanStatus,
  SpanTime,
  SpanValue,
} from './spans/span-record.ts';
export { openTraceWriter, type TraceWriter } from './trace-writer.ts';
