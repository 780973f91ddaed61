import { Buffer } from 'node:buffer';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileSource } from '../../src/input/file-source.ts';
import { readLinesAgain } from '../../src/input/read-lines-again.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftlens-again-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines of all lengths, some longer than a piece that is read; the last has no line end. */
const lines = Array.from({ length: 400 }, (_, n) => `${n} ${'é'.repeat((n * 37) % 9000)}`);
const content = lines.join('\n');
const offsets = lines.map((_, n) => Buffer.byteLength(lines.slice(0, n).join('\n')) + (n && 1));

test.each([
  ['plain', (bytes: Buffer) => bytes],
  ['gzip', (bytes: Buffer) => gzipSync(bytes)],
  ['zstd', (bytes: Buffer) => zstdCompressSync(bytes)],
])('%s: gives the lines at these offsets', async (name, pack) => {
  const path = join(folder, name);
  writeFileSync(path, pack(Buffer.from(content)));
  const wanted = [399, 3, 3, 250, 0].map((n) => offsets[n] ?? -1);
  const found = await readLinesAgain(fileSource(path), wanted);
  expect([...found]).toEqual([0, 3, 250, 399].map((n) => [offsets[n], lines[n]]));
});

test('gives none of a file that is another one by now', async () => {
  const path = join(folder, 'rotated');
  writeFileSync(path, content);
  const source = fileSource(path);
  renameSync(path, join(folder, 'rotated.1'));
  expect(await readLinesAgain(source, [0])).toEqual(new Map());
  writeFileSync(path, content);
  expect(await readLinesAgain(source, [0])).toEqual(new Map());
});
