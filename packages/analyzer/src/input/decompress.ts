import { Buffer } from 'node:buffer';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { utf16HeadBytes, utf16Of } from './utf16.ts';

const chunkSize = 256 * 1024;

/** Compressions by the bytes that their files begin with. */
const compressions: readonly {
  readonly magic: readonly number[];
  readonly open: () => Transform;
}[] = [
  { magic: [0x1f, 0x8b], open: () => createGunzip({ chunkSize }) },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], open: () => createZstdDecompress({ chunkSize }) },
];

/** So many bytes tell whether a file is compressed, or in UTF-16. */
export const longestMagic: number = utf16HeadBytes;

/** How a file that begins with `head` is unpacked; undefined where it is text in UTF-8. */
export function compressionOf(head: Uint8Array): { readonly open: () => Transform } | undefined {
  return (
    compressions.find(({ magic }) => magic.every((byte, place) => head[place] === byte)) ??
    utf16Of(head)
  );
}

/**
 * Unpacks gzip and zstd, known by their first bytes, and makes UTF-16 into UTF-8, one in the other
 * too; anything else passes as it is. What was packed goes to `onUnpacked` before it is handed out.
 */
export async function* decompress(
  chunks: AsyncIterable<Uint8Array>,
  onUnpacked?: (chunk: Uint8Array) => void,
  wasPacked: boolean = false,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < longestMagic) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  const whole = startingWith(head, iterator);
  const compression = compressionOf(head);
  if (compression !== undefined) {
    yield* decompress(through(whole, compression.open()), onUnpacked, true);
  } else if (wasPacked && onUnpacked !== undefined) {
    for await (const chunk of whole) {
      onUnpacked(chunk);
      yield chunk;
    }
  } else yield* whole;
}

async function* startingWith(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (head.length > 0) yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** The error of either side reaches the reader, by way of the destroyed transform. */
function through(chunks: AsyncIterable<Uint8Array>, transform: Transform): AsyncIterable<Buffer> {
  return pipeline(Readable.from(copies(chunks), { objectMode: false }), transform, () => {});
}

/** Streams hold pieces back, and a source may overwrite them. */
async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
