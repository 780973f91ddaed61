/** One leadership, for the table of leaders. */
export interface LeaderSpan {
  readonly group: string | undefined;
  readonly run: string | undefined;
  readonly term: number | undefined;
  readonly node: string;
  /** ms since the epoch. */
  readonly from: number;
  /** ms since the epoch; undefined where no line ends it. */
  readonly to: number | undefined;
  /** Why it ended, or `open` where no line says that it did. */
  readonly end: string;
}
