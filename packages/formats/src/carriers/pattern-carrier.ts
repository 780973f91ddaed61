import type { Carrier } from './carrier.ts';

/** A carrier that writes before a line what `pattern` matches; its only group is the source. */
export function patternCarrier(
  id: string,
  pattern: RegExp,
  more: Pick<Carrier, 'vague'> = {},
): Carrier {
  return {
    id,
    ...more,
    unwrap(line) {
      const match = pattern.exec(line);
      return match === null ? undefined : { text: line.slice(match[0].length), source: match[1] };
    },
  };
}
