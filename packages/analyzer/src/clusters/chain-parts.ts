import type { TraceEvent } from '@raftlens/trace';
import type { EventStream } from '../input/event-stream.ts';

/** The parts of a log, from the oldest on, as one stream, called as its newest part is. */
export function chainParts(parts: readonly EventStream[]): EventStream {
  const [first] = parts;
  const newest = parts.at(-1);
  if (first === undefined || newest === undefined) throw new Error('a log has at least one part');
  if (parts.length === 1) return first;
  let current = first;
  async function* batches(): AsyncGenerator<readonly TraceEvent[], void, undefined> {
    for (const part of parts) {
      current = part;
      yield* part.batches;
    }
  }
  return { ...newest, batches: batches(), facts: () => current.facts() };
}
