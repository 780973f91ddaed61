import { type Attention, type EventName, eventNumber, type TraceEvent } from '@raftlens/trace';
import { sometimesReached } from './sometimes.ts';

/** Counts what of Raft a run exercises. */
export interface SometimesTally {
  observe(event: TraceEvent): void;
  /** The events that it has to see; of all others it is enough to know how many there were. */
  readonly needed: readonly EventName[];
  /** Takes in the events that were left out of a run. */
  noteLeftOut(attention: Attention): void;
  /** How often each was reached, by name; all names are there, in the order of the list. */
  counts(): Readonly<Record<string, number>>;
}

interface Counter {
  readonly shows: ((event: TraceEvent) => boolean) | undefined;
  readonly index: number;
}

const counters: ReadonlyMap<EventName, readonly Counter[]> = countersByEvent();

const needed: readonly EventName[] = sometimesReached.flatMap(({ event, shows }) =>
  shows === undefined ? [] : [event],
);

/** Starts at nothing. */
export function createSometimesTally(): SometimesTally {
  const reached = new Float64Array(sometimesReached.length);
  return {
    observe(event) {
      const wanted = counters.get(event.event);
      if (wanted === undefined) return;
      for (const { shows, index } of wanted) {
        if (shows === undefined || shows(event)) reached[index] = (reached[index] ?? 0) + 1;
      }
    },
    needed,
    noteLeftOut({ leftOut }) {
      for (const [index, { event, shows }] of sometimesReached.entries()) {
        if (shows !== undefined) continue;
        reached[index] = (reached[index] ?? 0) + (leftOut[eventNumber[event]] ?? 0);
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
