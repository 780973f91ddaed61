/**
 * What became of one message, where it is not the benign default (delivered once, one hop later).
 * The key says which message it is by what it means: the `nth`, counted from 0, of its kind and its
 * sender's term between two servers. Such a key outlives changes of code that draw random numbers
 * in another order.
 */
export interface DeliveryDecision {
  /** Kind of the message, such as `RequestVoteResponse`. */
  readonly kind: string;
  readonly term: number;
  readonly from: string;
  readonly to: string;
  readonly nth: number;
  /** Lost, or on its way for so long, ms. */
  readonly fate: 'lost' | number;
  /** It comes a second time, so long after the first, ms. */
  readonly copyAfterMs?: number | undefined;
}

/** The `nth` election timeout that a server chose in a term (Raft §5.2), where not the default. */
export interface TimerDecision {
  readonly kind: 'timer';
  readonly node: string;
  readonly term: number;
  readonly nth: number;
  readonly ms: number;
}

/** One thing that chance decided in a run. */
export type Decision = DeliveryDecision | TimerDecision;

/** Narrows a decision to a timer. */
export function isTimer(decision: Decision): decision is TimerDecision {
  return decision.kind === 'timer';
}

/** Tells a decision from all others of its run, whatever was decided. */
export function keyOf(decision: Decision): string {
  return isTimer(decision)
    ? `timer ${decision.term} ${decision.node} ${decision.nth}`
    : `${decision.kind} ${decision.term} ${decision.from} ${decision.to} ${decision.nth}`;
}
