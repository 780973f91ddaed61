import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openEventStream } from '../../src/input/event-stream.ts';
import { createRecentLines } from '../../src/input/recent-lines.ts';
import { memorySource } from '../memory-source.ts';
import { healthyTrace, nativeText } from '../native-trace.ts';

test('keeps the lines asked for, however the bytes are cut', () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replace(/\s/g, ''));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (all, size) => {
      const recent = createRecentLines();
      const bytes = Buffer.from(`${all.join('\n')}\nopen`);
      for (let at = 0; at < bytes.length; at += size) recent.push(bytes.subarray(at, at + size));
      let offset = 0;
      const expected = new Map<number, string>();
      for (const text of all) {
        recent.keep(offset);
        expected.set(offset, text);
        offset += Buffer.byteLength(text) + 1;
      }
      // The last one may go on.
      recent.keep(offset);
      expect(recent.kept).toEqual(expected);
    }),
  );
});

test('forgets what is far behind, except what it kept', () => {
  const recent = createRecentLines();
  const mebibyte = Buffer.alloc(1024 * 1024, 'x\n');
  for (let pushed = 0; pushed < 3; pushed += 1) recent.push(mebibyte);
  recent.keep(2);
  for (let pushed = 0; pushed < 3; pushed += 1) recent.push(mebibyte);
  recent.keep(4);
  recent.keep(5 * mebibyte.length);
  expect([...recent.kept.keys()]).toEqual([2, 5 * mebibyte.length]);
});

test('a packed file is not unpacked again for lines that were kept', async () => {
  const text = nativeText(healthyTrace);
  let opened = 0;
  const packed = memorySource('a.gz', gzipSync(text));
  const openAt = (offset: number): AsyncIterable<Uint8Array> => {
    opened += 1;
    return memorySource('a.gz', gzipSync(text).subarray(offset)).open();
  };
  const stream = openEventStream({ ...packed, openAt });
  const offsets: number[] = [];
  for await (const events of stream.batches) {
    for (const { at } of events) {
      if (at?.offset === undefined) continue;
      offsets.push(at.offset);
      stream.keepLine(at.offset);
    }
  }
  const lines = await stream.linesAt(offsets);
  expect(offsets.map((offset) => `${lines.get(offset)}\n`).join('')).toBe(text);
  expect(opened).toBe(0);
});
