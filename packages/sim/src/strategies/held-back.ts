import type { Delivery } from '../capsule/decider.ts';

/** The same delivery, so much later; what is lost stays lost. */
export function heldBack(delivery: Delivery, ms: number): Delivery {
  if (delivery === undefined || ms <= 0) return delivery;
  return { ...delivery, delayMs: Math.round((delivery.delayMs + ms) * 1000) / 1000 };
}

/** The same delivery, and once more so much later. */
export function comesAgain(delivery: Delivery, ms: number): Delivery {
  if (delivery === undefined) return undefined;
  return { ...delivery, copyAfterMs: Math.round(ms * 1000) / 1000 };
}
