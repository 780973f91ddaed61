import type { EventOf } from '@raftlens/trace';
import type { Leadership } from './leadership.ts';

/**
 * The leaders that a test harness saw in one term: those whose lines say that term, and those in a
 * term unknown, as far as no line ends them. None, where they are not as many as the test counted:
 * then the lines do not tell which of them it saw.
 */
export function leadersSeen<Known extends Leadership>(
  leaderships: readonly Known[],
  seen: EventOf<'test.observed'>,
): readonly Known[] {
  const possible = leaderships.filter(
    ({ ended, node, term }) =>
      ended === undefined &&
      (term === undefined || term === seen.ofTerm) &&
      (seen.nodes === undefined || seen.nodes.includes(node)),
  );
  return seen.count === undefined || possible.length === seen.count ? possible : [];
}
