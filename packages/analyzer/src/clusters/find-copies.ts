import type { TraceEvent } from '@raftlens/trace';

type Events = readonly TraceEvent[];

/** So many equal lines in a row, times and all, are no chance. */
const leastLines = 5;

/**
 * Which logs are copies of which, by what comes first in each: the same lines at the same times, as
 * where a file was given twice, or its backup too. For each copy, the place of the log that it is a
 * copy of; one of them may have gone on longer than the other.
 */
export function findCopies(firsts: readonly Events[]): ReadonlyMap<number, number> {
  const copies = new Map<number, number>();
  const originals = new Map<string, number>();
  for (const [index, events] of firsts.entries()) {
    const [begin] = events;
    if (begin?.at?.text === undefined) continue;
    const key = `${begin.time} ${begin.at.text}`;
    const original = originals.get(key);
    if (original === undefined) originals.set(key, index);
    else if (isCopy(firsts[original] ?? [], events)) copies.set(index, original);
  }
  return copies;
}

function isCopy(one: Events, other: Events): boolean {
  const length = Math.min(one.length, other.length);
  if (length < leastLines && one.length !== other.length) return false;
  for (let at = 0; at < length; at += 1) {
    const [a, b] = [one[at], other[at]];
    if (a?.time !== b?.time || a?.event !== b?.event) return false;
    if (a?.at?.text !== b?.at?.text || a?.at?.line !== b?.at?.line) return false;
  }
  return true;
}
