/** So many rows are kept and shown; later ones are only counted. */
export const rowsKept = 1000;

/** The rows of an answer, of which the first {@link rowsKept} are kept. */
export interface AnswerRows<Row> {
  readonly kept: readonly Row[];
  readonly leftOut: number;
  add(row: Row): void;
}

/** No rows yet. */
export function createAnswerRows<Row>(): AnswerRows<Row> {
  const kept: Row[] = [];
  let leftOut = 0;
  return {
    kept,
    get leftOut() {
      return leftOut;
    },
    add(row) {
      if (kept.length < rowsKept) kept.push(row);
      else leftOut += 1;
    },
  };
}
