import { Buffer } from 'node:buffer';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decompress } from '../../src/input/decompress.ts';
import { memorySource } from '../memory-source.ts';

async function unpacked(bytes: Uint8Array, size: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of decompress(memorySource('x', bytes, size).open())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const text = Buffer.from('2021/08/04 15:45:58 1: Election succeeded\n'.repeat(500));

test.each([1, 3, 1000, 1_000_000])('unpacks what comes in pieces of %i bytes', async (size) => {
  const packed = [
    gzipSync(text),
    Buffer.concat([gzipSync(text), gzipSync(text)]),
    zstdCompressSync(text),
  ];
  const results = await Promise.all(packed.map((bytes) => unpacked(bytes, size)));
  expect(results.map((bytes) => bytes.length)).toEqual([text.length, text.length * 2, text.length]);
  expect(results.map((bytes) => bytes.includes(text))).toEqual([true, true, true]);
});

test('hands on anything else as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
      fc.pre(bytes[0] !== 0x1f && bytes[0] !== 0x28);
      expect([...(await unpacked(bytes, size))]).toEqual([...bytes]);
    }),
  );
  const [gzipMark, zstdMark] = [Buffer.from([0x1f]), Buffer.from([0x28, 0xb5, 0x2f])];
  expect(await unpacked(gzipMark, 1)).toEqual(gzipMark);
  expect(await unpacked(zstdMark, 1)).toEqual(zstdMark);
});

test('fails where the packed data end too early, after what could be unpacked', async () => {
  await expect(unpacked(gzipSync(text).subarray(0, -9), 10)).rejects.toMatchObject({
    code: 'Z_BUF_ERROR',
  });
  await expect(unpacked(zstdCompressSync(text).subarray(0, -9), 10)).rejects.toThrow();
});

test('passes on the error of its source', async () => {
  const broken = async function* () {
    yield gzipSync(text).subarray(0, 30);
    throw Object.assign(new Error('read failed'), { code: 'EIO' });
  };
  const read = async () => {
    for await (const chunk of decompress(broken())) expect(chunk.length).toBeGreaterThan(0);
  };
  await expect(read()).rejects.toMatchObject({ code: 'EIO' });
});
