import type { Target } from './target.ts';
import { traceEncoder } from './trace-encoder.ts';

/** Everything that is generated; a new one is a file beside this one and a line here. */
export const targets: readonly Target[] = [traceEncoder];
