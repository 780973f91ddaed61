import type { TraceEvent } from '@raftlens/trace';

/**
 * How much longer or shorter than they show the time between two lines may have been, ms: a clock
 * that prints whole seconds says no more.
 */
export function clockStep({ time: first }: TraceEvent, { time: second }: TraceEvent): number {
  return first % 1000 === 0 && second % 1000 === 0 ? 999 : 0;
}
