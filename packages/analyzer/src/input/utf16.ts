import { Buffer } from 'node:buffer';
import { Transform } from 'node:stream';

type ByteOrder = 'utf-16le' | 'utf-16be';

/** Bytes without a mark in front of them tell by so many that they are UTF-16. */
export const utf16HeadBytes = 32;

/**
 * How the text that begins with `head` is written in UTF-16, as what PowerShell's `>` writes is;
 * undefined where it is not. Without its mark, as after a cut, text is known by the zeros in every
 * other byte, which no text in UTF-8 has.
 */
export function utf16Of(head: Uint8Array): { readonly open: () => Transform } | undefined {
  const order = byteOrder(head);
  return order && { open: () => createTranscoder(order) };
}

function byteOrder(head: Uint8Array): ByteOrder | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.length < utf16HeadBytes) return undefined;
  const bytes = head.subarray(0, utf16HeadBytes);
  const zeros = [0, 1].map((at) => bytes.filter((byte, i) => i % 2 === at && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  const most = utf16HeadBytes / 2;
  if (odd > most * 0.7 && even === 0) return 'utf-16le';
  return even > most * 0.7 && odd === 0 ? 'utf-16be' : undefined;
}

/** UTF-16 to UTF-8; the mark goes, and half a character becomes U+FFFD. */
function createTranscoder(order: ByteOrder): Transform {
  const decoder = new TextDecoder(order);
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      done(null, Buffer.from(decoder.decode(chunk, { stream: true })));
    },
    flush(done) {
      done(null, Buffer.from(decoder.decode()));
    },
  });
}
