/** Flags of an analysis. */
export interface AnalyzeFlags {
  /** Options that each decide what is printed; more than one is wrong usage. */
  readonly outputs: readonly string[];
  readonly json: boolean;
  /** The name of the report for another program that is asked for. */
  readonly report: string | undefined;
  /** The name of the format to export to. */
  readonly exportTo: string | undefined;
  /** What all files are of: a format's id, or a file that defines one. */
  readonly format: string | undefined;
  readonly coverage: boolean;
  /** Show the lines that gave no event, in place of the analysis. */
  readonly unparsed: boolean;
  readonly follow: boolean;
  /** Asked for, or implied by a filter of it. */
  readonly timeline: boolean;
  readonly nodes: readonly string[] | undefined;
  readonly runs: readonly string[] | undefined;
  readonly term: string | undefined;
  readonly events: readonly string[] | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly around: string | undefined;
  readonly color: boolean | undefined;
  readonly otlp: string | undefined;
}
