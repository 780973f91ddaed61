import { createStampReader, type ReadStamp, type Stamp } from './stamp.ts';

/** How surely a sample is of a format that knows some of its lines: more so with their times. */
export function detectStamped(
  sample: readonly string[],
  isOne: (line: string) => boolean,
  stampOf: (line: string, readStamp: ReadStamp) => Stamp | undefined,
): number {
  const found = sample.filter(isOne);
  if (found.length === 0) return 0;
  const readStamp = createStampReader();
  return found.some((line) => stampOf(line, readStamp) !== undefined) ? 0.95 : 0.5;
}
