import { Buffer } from 'node:buffer';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decompress } from '../../src/input/decompress.ts';
import { utf16Of } from '../../src/input/utf16.ts';
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
      fc.pre(bytes[0] !== 0x1f && bytes[0] !== 0x28 && utf16Of(bytes) === undefined);
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

const words = '2021/08/04 15:45:58 1: Wahl gewonnen – 成为了 leader 🗳\r\n'.repeat(50);
const littleEndian = Buffer.from(`\uFEFF${words}`, 'utf16le');
const bigEndian = Buffer.from(littleEndian).swap16();

test.each([1, 3, 1000])('makes UTF-16 in pieces of %i bytes into UTF-8', async (size) => {
  const results = await Promise.all(
    [littleEndian, bigEndian, gzipSync(littleEndian)].map((bytes) => unpacked(bytes, size)),
  );
  for (const bytes of results) expect(bytes.toString()).toBe(words);
});

test('knows UTF-16 without its mark, cut within a character too', async () => {
  expect((await unpacked(littleEndian.subarray(2), 100)).toString()).toBe(words);
  const line = 'a line of plain letters, once more\n'.repeat(9);
  const cut = await unpacked(Buffer.from(line, 'utf16le').subarray(1), 100);
  expect(cut.toString()).toContain('a line of plain letters, once more\n'.repeat(8));
});
