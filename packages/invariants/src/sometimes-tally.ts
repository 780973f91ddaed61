import type { EventName, TraceEvent } from '@raftlens/trace';
import { sometimesReached } from './sometimes.ts';

/** Counts what of Raft a run exercises. */
export interface SometimesTally {
  observe(event: TraceEvent): void;
  /** How often each was reached, by name; all names are there, in the order of the list. */
  counts(): Readonly<Record<string, number>>;
}

interface Counter {
  readonly shows: (event: TraceEvent) => boolean;
  readonly index: number;
}

const counters: ReadonlyMap<EventName, readonly Counter[]> = countersByEvent();

/** Starts at nothing. */
export function createSometimesTally(): SometimesTally {
  const reached = new Float64Array(sometimesReached.length);
  return {
    observe(event) {
      const wanted = counters.get(event.event);
      if (wanted === undefined) return;
      for (const { shows, index } of wanted) {
        if (shows(event)) reached[index] = (reached[index] ?? 0) + 1;
      }
    },
    counts: () =>
      Object.fromEntries(sometimesReached.map(({ name }, index) => [name, reached[index] ?? 0])),
  };
}

function countersByEvent(): ReadonlyMap<EventName, readonly Counter[]> {
  const table = new Map<EventName, Counter[]>();
  for (const [index, { event, shows }] of sometimesReached.entries()) {
    table.set(event, [...(table.get(event) ?? []), { shows, index }]);
  }
  return table;
}
