import { mixWord } from './hash-text.ts';
import type { VisitedSet } from './visited-set.ts';

/**
 * True when no state was marked before that equals this one up to the names of its servers: of its
 * hashes under all renamings the smallest stands for it.
 */
export function markVisited(visited: VisitedSet, sums: Uint32Array, budget: number): boolean {
  let low = sums[0] ?? 0;
  let high = sums[1] ?? 0;
  for (let at = 2; at < sums.length; at += 2) {
    const otherHigh = sums[at + 1] ?? 0;
    if (otherHigh > high) continue;
    const otherLow = sums[at] ?? 0;
    if (otherHigh === high && otherLow >= low) continue;
    low = otherLow;
    high = otherHigh;
  }
  // Sums are no more mixed than their parts, and the slot comes from a few bits of the low word.
  return visited.add(mixWord(low + mixWord(budget)), mixWord(high + mixWord(~budget)));
}
