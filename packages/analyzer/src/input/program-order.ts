import type { TraceEvent } from '@raftlens/trace';

/**
 * Puts the lines of each server back into the order in which it wrote them, by their `seq`: threads
 * take their numbers under a lock, and print when they get to it. A line that is there twice is
 * dropped.
 *
 * It looks no farther back than the {@link farthest} events before a batch. Lines of different
 * servers keep the places that these have among each other.
 */
export interface ProgramOrder {
  /** Takes the next events, and gives those that nothing can come before any more. */
  take(events: readonly TraceEvent[]): readonly TraceEvent[];
  /** No more will come, or not soon: gives all. */
  flush(): readonly TraceEvent[];
  /** Lines did not come in order, even if they were put into it: others may not have either. */
  readonly isMixed: boolean;
  /** Lines that were dropped because they stood there before. */
  readonly repeated: number;
  /** Lines that came too late to be put right: the order of the file says nothing. */
  readonly late: number;
}

/** No thread is so late that more lines stand before its own. */
const farthest = 256;

/** The line of a server with the highest number in its present life. */
interface Server {
  seq: number;
  inc: number | undefined;
}

/** Begins with nothing held back. */
export function createProgramOrder(): ProgramOrder {
  const runs = createRuns();
  let waiting: readonly TraceEvent[] = [];
  let isMixed = false;
  /** Lines of this batch that a later one of their server stands before. */
  const displaced = new Set<TraceEvent>();
  let repeated = 0;
  let late = 0;

  const arrive = (event: TraceEvent, seq: number): void => {
    const server = runs.serverOf(event);
    const { inc } = event;
    if (seq > server.seq || inc !== server.inc || beginsLife(event)) {
      server.seq = seq;
      server.inc = inc;
      return;
    }
    displaced.add(event);
  };

  return {
    take(events) {
      for (const event of events) {
        if (event.seq !== undefined) arrive(event, event.seq);
        else if (event.event === 'trace.started') runs.begin(event);
      }
      let all = waiting.length === 0 ? events : waiting.concat(events);
      if (displaced.size > 0) {
        const sorted = inProgramOrder(all, displaced);
        repeated += all.length - sorted.events.length;
        late += sorted.late;
        isMixed ||= sorted.events.some((event, index) => event !== all[index]);
        all = sorted.events;
        displaced.clear();
      }
      const end = Math.max(0, all.length - farthest);
      waiting = all.slice(end);
      return all.slice(0, end);
    },
    flush() {
      const rest = waiting;
      waiting = [];
      return rest;
    },
    get isMixed() {
      return isMixed;
    },
    get repeated() {
      return repeated;
    },
    get late() {
      return late;
    },
  };
}

/** Where lives are not counted, a server that starts begins another. */
function beginsLife({ event, inc }: TraceEvent): boolean {
  return event === 'node.started' && inc === undefined;
}

interface Runs {
  serverOf(event: TraceEvent): Server;
  /** A trace begins: its servers count from 1, even if those of another were called the same. */
  begin(event: TraceEvent): void;
}

function createRuns(): Runs {
  const all = new Map<string, Map<string | undefined, Server>>();
  let current = new Map<string | undefined, Server>();
  let run: string | undefined;
  let group: string | undefined;
  /** The server of the last event, and its name: most often that of the next one too. */
  let latest: Server | undefined;
  let latestNode: string | undefined;
  const enter = (event: TraceEvent): void => {
    latest = undefined;
    run = event.run;
    group = event.group;
    const key = JSON.stringify([run, group]);
    current = all.get(key) ?? new Map();
    all.set(key, current);
  };
  return {
    begin(event) {
      enter(event);
      current.clear();
    },
    serverOf(event) {
      if (event.run !== run || event.group !== group || all.size === 0) enter(event);
      const { node } = event;
      if (latest !== undefined && node === latestNode) return latest;
      let server = current.get(node);
      if (server === undefined) {
        server = { seq: Number.NEGATIVE_INFINITY, inc: event.inc };
        current.set(node, server);
      }
      latest = server;
      latestNode = node;
      return server;
    },
  };
}

/** Places of lines that one server wrote in one life, and the lines. */
interface Life {
  readonly places: number[];
  readonly events: TraceEvent[];
}

/** `late` of them belong before those at hand, as far as these show. */
function inProgramOrder(
  events: readonly TraceEvent[],
  displaced: ReadonlySet<TraceEvent>,
): { readonly events: readonly TraceEvent[]; readonly late: number } {
  const ordered: (TraceEvent | undefined)[] = [...events];
  let late = 0;
  for (const { places, events: lines } of livesIn(events)) {
    lines.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
    const [first] = lines;
    if (first !== undefined && displaced.has(first) && first.seq !== 1) late += 1;
    for (const [index, place] of places.entries()) {
      const line = lines[index];
      ordered[place] = line !== undefined && isRepeated(line, lines[index - 1]) ? undefined : line;
    }
  }
  return { events: ordered.filter((event) => event !== undefined), late };
}

function livesIn(events: readonly TraceEvent[]): Iterable<Life> {
  const lives = new Map<string, Life>();
  const starts = new Map<string, number>();
  let traces = 0;
  for (const [place, event] of events.entries()) {
    const { run, group, node, inc, seq } = event;
    if (event.event === 'trace.started') traces += 1;
    if (seq === undefined) continue;
    const server = JSON.stringify([traces, run, group, node]);
    if (beginsLife(event)) starts.set(server, (starts.get(server) ?? 0) + 1);
    const key = `${server} ${starts.get(server) ?? 0} ${inc}`;
    const life = lives.get(key) ?? { places: [], events: [] };
    lives.set(key, life);
    life.places.push(place);
    life.events.push(event);
  }
  return lives.values();
}

function isRepeated(event: TraceEvent, before: TraceEvent | undefined): boolean {
  const same = before?.seq === event.seq && before?.event === event.event;
  return same && before?.time === event.time;
}
