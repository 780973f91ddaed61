export type { Census } from './census.ts';
export { detectFormat } from './detect-format.ts';
export type { Capability, Format, LineFilter, LineOutcome, LogReader } from './format.ts';
export { formats } from './formats.ts';
export { nodeOfFile } from './node-of-file.ts';
export { stripPrefix } from './strip-prefix.ts';
