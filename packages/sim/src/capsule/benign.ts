import type { CapsuleCluster } from './capsule.ts';
import { type Decision, isTimer } from './decision.ts';

/** Fractional part of the golden ratio: its multiples spread evenly, however many there are. */
const golden = 0.618_033_988_75;
/** Default timeouts lie in the upper part of the range, so that a decided one comes before them. */
const lowest = 0.7;

/**
 * The election timeout that a server takes where nothing is decided, as its share of the range:
 * another one for each server and each time, so that elections end (Raft §5.2). `count` is the
 * number of timeouts that the server chose in its term.
 */
export function benignTimeout(node: string, term: number, count: number): number {
  const place = Number(node.slice(1)) * golden + term * 0.37 + count * 0.23;
  return lowest + (1 - lowest) * (place - Math.floor(place));
}

/** A decision that says what would have happened without it. */
export function isBenign(decision: Decision, { hopMs, settings }: CapsuleCluster): boolean {
  if (!isTimer(decision)) return decision.fate === hopMs && decision.copyAfterMs === undefined;
  const [min, max] = settings.electionTimeoutMs;
  const share = benignTimeout(decision.node, decision.term, decision.nth);
  return decision.ms === wholeMicroseconds(min + share * (max - min));
}

/** Times of timers have whole microseconds. */
export function wholeMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
