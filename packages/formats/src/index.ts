export { detectFormat } from './detect-format.ts';
export type { Capability, Format, LineFilter, LineOutcome, LogReader } from './format.ts';
export { formats } from './formats.ts';
export { stripPrefix } from './strip-prefix.ts';
