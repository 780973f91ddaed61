import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LogTail, readLogTail } from '../../src/command/log-tail.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function tail(text: string | Buffer): LogTail {
  const path = join(folder, 'log');
  writeFileSync(path, text);
  return readLogTail(path, 3);
}

test.each<[string, string, readonly string[], boolean]>([
  ['an empty log', '', [], false],
  ['blank lines alone', '\n \n\n', [], false],
  ['one line', 'a\n', ['a'], false],
  ['a line that does not end', 'a\nb', ['a', 'b'], false],
  ['as many as are wanted', 'a\n\nc\n', ['a', '', 'c'], false],
  ['more than are wanted', 'a\nb\nc\nd\n\n', ['b', 'c', 'd'], true],
  ['lines of Windows', 'a\r\nb\r\n', ['a', 'b'], false],
])('%s', (_, text, lines, more) => {
  expect(tail(text)).toEqual({ lines, more });
});

test('of a huge log only its end is read', () => {
  expect(tail(`${'x'.repeat(1_000_000)}\nb\nc\nd\n`)).toEqual({
    lines: ['b', 'c', 'd'],
    more: true,
  });
});

test('of a huge line only its end is read', () => {
  const { lines, more } = tail('x'.repeat(1_000_000));
  expect([lines.map(({ length }) => length), more]).toEqual([[16_384], true]);
});

test('bytes that are no text do no harm', () => {
  expect(tail(Buffer.from([0x61, 0xff, 0x0a, 0x00, 0x62]))).toEqual({
    lines: ['a\ufffd', '\0b'],
    more: false,
  });
});
