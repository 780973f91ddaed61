export type { Capability, Format, LineOutcome, LogReader } from './format.ts';
