/** One server of a trace. */
export interface NodeSummary {
  readonly node: string;
  /** Other names that the trace has for it. */
  readonly aliases: readonly string[];
}
