import type { TraceEvent } from '@raftlens/trace';
import type { EventStream } from './event-stream.ts';

/**
 * Gives each file that is a whole cluster's log a run of its own, named after the file.
 *
 * Several files are, as a rule, one cluster with a file a server. But two logs in which several
 * servers speak are two clusters, or two tests of one: taken together, leaders of different runs
 * would meet in one term. The events that come first, which hold at least the lines that the
 * format was told from, decide.
 */
export function separateRuns(streams: readonly EventStream[]): readonly EventStream[] {
  if (streams.length < 2) return streams;
  return streams.map((stream) => ({ ...stream, batches: ownRun(stream) }));
}

async function* ownRun({
  file,
  batches,
}: EventStream): AsyncGenerator<readonly TraceEvent[], void, undefined> {
  let separate: boolean | undefined;
  for await (const events of batches) {
    separate ??= new Set(events.flatMap(({ node }) => node ?? [])).size > 1;
    yield separate ? events.map((event) => inRunOf(file, event)) : events;
  }
}

function inRunOf(file: string, event: TraceEvent): TraceEvent {
  return { ...event, run: event.run === undefined ? file : `${file}: ${event.run}` };
}
