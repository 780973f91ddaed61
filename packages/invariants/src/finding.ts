import type { TraceEvent } from '@raftlens/trace';

/**
 * What is known of a rule on a trace. `violated` needs positive evidence; `unknown` means that the
 * trace cannot show it; `suspicious` is for timing rules, whose thresholds are judgement;
 * `inconsistent` is an observation that contradicts itself through a race in the instrumentation.
 */
export type Verdict = 'holds' | 'violated' | 'unknown' | 'suspicious' | 'inconsistent';

/** How much it matters: a proven bug, something to look at, a remark. */
export type Severity = 'violation' | 'warning' | 'note';

/** A likely bug behind a finding, by its name in the catalogue of causes. */
export interface Suspect {
  readonly bug: string;
  /** 0 to 1; ranks the suspects of one finding, and is no probability. */
  readonly confidence: number;
  /** What in this very trace speaks for it. */
  readonly why: string;
  /** What in it speaks against it, one sentence each; left out where nothing was looked for. */
  readonly against?: readonly string[] | undefined;
}

/** What a rule reports. */
export interface Report {
  readonly verdict: Exclude<Verdict, 'holds' | 'unknown'>;
  /** Defaults to the rule's own severity. */
  readonly severity?: Severity;
  readonly term?: number | undefined;
  readonly nodes: readonly string[];
  /** One sentence: what contradicts what. */
  readonly message: string;
  /** Two to six events that prove it, earliest first. */
  readonly evidence: readonly TraceEvent[];
}

/** A report with the rule that made it, and where. */
export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
  readonly group?: string | undefined;
  readonly run?: string | undefined;
  readonly causes: readonly Suspect[];
  /** Which of the stories it belongs to, from 1; findings that follow from one cause are one. */
  readonly story?: number | undefined;
  /** Where its cause stands among the findings, from 0; undefined for what is the cause itself. */
  readonly consequenceOf?: number | undefined;
  /** At most 20 events that explain it, in causal order, its evidence among them. */
  readonly slice?: readonly TraceEvent[] | undefined;
  /** What to log next, where the suspects are tied or weak: one sentence. */
  readonly logNext?: string | undefined;
}
