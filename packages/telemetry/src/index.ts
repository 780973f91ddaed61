export { logEvent } from './log-event.ts';
export { type RaftTraceDestination, raftTraceDestination } from './pino-destination.ts';
export { openTraceWriter, type TraceWriter } from './trace-writer.ts';
