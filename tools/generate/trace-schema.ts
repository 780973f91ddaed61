import { jsonSchema } from '@raftlens/trace';
import { formatJson } from './format-json.ts';
import type { Target } from './target.ts';

/** The JSON Schema of the trace, for producers in other languages. */
export const traceSchema: Target = {
  path: 'packages/trace/raft-trace-1.schema.json',
  content: () => `${formatJson(jsonSchema())}\n`,
};
