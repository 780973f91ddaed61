import { agreedCore } from './agreed-core.ts';
import type { Target } from './target.ts';
import { traceByteEncoder } from './trace-byte-encoder.ts';
import { traceDecoder } from './trace-decoder.ts';
import { traceEncoder } from './trace-encoder.ts';
import { traceFormatPage } from './trace-format-page.ts';
import { traceSchema } from './trace-schema.ts';

/** Everything that is generated; a new one is a file beside this one and a line here. */
export const targets: readonly Target[] = [
  traceDecoder,
  traceByteEncoder,
  traceEncoder,
  traceSchema,
  traceFormatPage,
  agreedCore,
];
