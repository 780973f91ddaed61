import { stripColours } from '../strip-prefix.ts';
import type { Carrier } from './carrier.ts';
import { carriers } from './carriers.ts';

/** One in the other: a quoted line of a container's log in the journal of a host. */
const deepest = 4;

/** How many of the lines a carrier must have written: others write to the same terminal. */
const leastShare = 0.5;

/**
 * Which carriers may have written the lines, the outermost of each first; no carrier is among them.
 * `vague` ones are tried only where asked for.
 */
export function findCarriers(
  sample: readonly string[],
  vague: boolean,
): readonly (readonly Carrier[])[] {
  const found: (readonly Carrier[])[] = [];
  const search = (lines: readonly string[], wrapping: readonly Carrier[]): void => {
    found.push(wrapping);
    if (wrapping.length === deepest) return;
    for (const carrier of carriers) {
      if (carrier.vague === true && (!vague || wrapping.includes(carrier))) continue;
      const inner = lines.flatMap((line) => carrier.unwrap(line)?.text ?? []);
      if (inner.length > 0 && inner.length >= lines.length * leastShare) {
        search(inner, [...wrapping, carrier]);
      }
    }
  };
  search(
    sample.map(stripColours).filter((line) => line.trim() !== ''),
    [],
  );
  return found;
}
