import { Buffer, isUtf8 } from 'node:buffer';
import { type LineBlock, slackBytes } from '../../src/index.ts';

/** A block of these bytes, somewhere in a larger buffer. */
export function blockOf(content: string | Uint8Array, offset = 0): LineBlock {
  const text = Buffer.from(content as string);
  const bytes = Buffer.concat([text, Buffer.alloc(slackBytes)]);
  return {
    bytes,
    length: text.length,
    offset,
    utf8: isUtf8(text),
    textOf: (start, end) => bytes.toString('utf8', start, end),
  };
}
