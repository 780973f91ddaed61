import type { TraceEvent } from '@raftlens/trace';

type Batch = readonly TraceEvent[];

/**
 * The batches of several streams in the order in which they arrive. For streams that grow: to merge
 * them by time would wait for the most silent one.
 */
export async function* asTheyCome(
  streams: readonly AsyncIterable<Batch>[],
): AsyncGenerator<Batch, void, undefined> {
  const pending = new Map<AsyncIterator<Batch>, Promise<Arrival>>();
  for (const stream of streams) ask(stream[Symbol.asyncIterator](), pending);
  while (pending.size > 0) {
    const { iterator, result } = await Promise.race(pending.values());
    if (result.done === true) {
      pending.delete(iterator);
      continue;
    }
    ask(iterator, pending);
    yield result.value;
  }
}

interface Arrival {
  readonly iterator: AsyncIterator<Batch>;
  readonly result: IteratorResult<Batch>;
}

function ask(
  iterator: AsyncIterator<Batch>,
  pending: Map<AsyncIterator<Batch>, Promise<Arrival>>,
): void {
  pending.set(
    iterator,
    iterator.next().then((result) => ({ iterator, result })),
  );
}
