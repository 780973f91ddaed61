import { createRecent } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';

/** How many events of each server an event can have been caused by, itself included. */
export type VectorClock = ReadonlyMap<string, number>;

/** So many sent messages are remembered, until they are received. */
const inFlightKept = 100_000;

/** Gives each event of a server its vector clock (Fidge, Mattern), by the ids of messages. */
export interface VectorClocks {
  /** Undefined for what the harness says. */
  stamp(event: TraceEvent): VectorClock | undefined;
}

/** Starts with no event seen. Memory follows the servers and the messages in flight. */
export function createVectorClocks(): VectorClocks {
  const clocks = new Map<string, Map<string, number>>();
  const inFlight = createRecent<VectorClock>(inFlightKept);
  return {
    stamp(event) {
      const { node } = event;
      if (node === undefined) return undefined;
      const clock = new Map(clocks.get(node));
      clock.set(node, (clock.get(node) ?? 0) + 1);
      if (event.event === 'message.received' && event.id !== undefined) {
        for (const [other, count] of inFlight.get(event.id) ?? []) {
          clock.set(other, Math.max(count, clock.get(other) ?? 0));
        }
      }
      clocks.set(node, clock);
      if (event.event === 'message.sent' && event.id !== undefined) {
        inFlight.set(event.id, clock);
      }
      return clock;
    },
  };
}
