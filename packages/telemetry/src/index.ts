export { logEvent } from './log-event.ts';
export {
  createSpanExport,
  type SpanExport,
  type SpanExportOptions,
} from './otlp/create-span-export.ts';
export { type ExportSpansOptions, exportSpans } from './otlp/export-spans.ts';
export {
  type Environment,
  type OtlpProtocol,
  type OtlpSettings,
  otlpEndpoint,
  otlpSettings,
} from './otlp/otlp-settings.ts';
export type { ExportCounts } from './otlp/span-queue.ts';
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
