import type { AnalyzeFlags } from '../../src/cli/analyze-flags.ts';

/** What the flags are where none is given. */
export const noFlags: AnalyzeFlags = {
  outputs: [],
  json: false,
  report: undefined,
  exportTo: undefined,
  format: undefined,
  coverage: false,
  unparsed: false,
  follow: false,
  timeline: false,
  nodes: undefined,
  runs: undefined,
  term: undefined,
  events: undefined,
  from: undefined,
  to: undefined,
  around: undefined,
  color: undefined,
  otlp: undefined,
};
