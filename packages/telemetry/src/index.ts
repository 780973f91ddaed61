export { openTraceWriter, type TraceWriter } from './trace-writer.ts';
