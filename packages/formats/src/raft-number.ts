/**
 * A term or index as a log prints it. Greater than 2^53-1 it is no number that a trace can hold,
 * and undefined, as it is for what is no number.
 */
export function raftNumber(digits: string | undefined): number | undefined {
  if (digits === undefined || digits === '') return undefined;
  const value = Number(digits);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
