/** Flags of an analysis. */
export interface AnalyzeFlags {
  readonly json: boolean;
  readonly coverage: boolean;
  /** Asked for, or implied by a filter of it. */
  readonly timeline: boolean;
  readonly nodes: readonly string[] | undefined;
  readonly term: string | undefined;
  readonly events: readonly string[] | undefined;
  readonly color: boolean | undefined;
  readonly otlp: string | undefined;
}
