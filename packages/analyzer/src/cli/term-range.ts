/** A range of terms, both ends included. */
export interface TermRange {
  readonly first: number;
  readonly last: number;
}

/** Reads `3`, `3-5`, `3-` or `-5`; undefined for anything else. */
export function readTermRange(text: string): TermRange | undefined {
  const match = /^(\d*)(-?)(\d*)$/.exec(text);
  if (match === null || text === '' || text === '-') return undefined;
  const [, first = '', dash = '', last = ''] = match;
  if (dash === '') return { first: Number(first), last: Number(first) };
  const range = {
    first: first === '' ? 0 : Number(first),
    last: last === '' ? Number.POSITIVE_INFINITY : Number(last),
  };
  return range.first <= range.last ? range : undefined;
}
