import type { Source } from '../input/source.ts';

/** After so long a silence what has come is read, as far as it goes. */
const silenceMs = 200;
const nothing: Uint8Array = new Uint8Array(0);

/** A pipe that may fall silent: where it does, an empty piece says so. */
export function followStream(source: Source): Source {
  return { name: source.name, live: true, open: (signal) => withSilences(source.open(signal)) };
}

async function* withSilences(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = pieces[Symbol.asyncIterator]();
  for (;;) {
    const next = iterator.next();
    const first = await Promise.race([next, silence()]);
    if (first === undefined) yield nothing;
    const result = await next;
    if (result.done === true) return;
    yield result.value;
  }
}

function silence(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), silenceMs).unref();
  });
}
