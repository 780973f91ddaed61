import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineBlocks, type LineListener } from '../../src/input/line-blocks.ts';
import { type Flaw, lineText } from '../../src/input/line-text.ts';

type Seen = readonly [text: string, number: number, flaw: Flaw | undefined];

/** Notes each line as text. */
function noting(seen: Seen[], limit?: number): LineListener {
  return {
    onLines(lines) {
      expect(lines.bytes.subarray(lines.length, lines.length + 64)).toEqual(Buffer.alloc(64));
      for (let at = 0; at < lines.length; ) {
        const end = lines.bytes.indexOf('\n', at);
        const { text, flaw } = lineText(lines, at, end, limit);
        seen.push([text, seen.length + 1, flaw]);
        at = end + 1;
      }
    },
    onTooLong: () => seen.push(['', seen.length + 1, 'too-long']),
  };
}

function split(chunks: readonly Uint8Array[], limit?: number): readonly Seen[] {
  const seen: Seen[] = [];
  const blocks = createLineBlocks(noting(seen, limit), limit);
  for (const chunk of chunks) blocks.push(chunk);
  blocks.end();
  return seen;
}

function lines(text: string | readonly number[], limit?: number): readonly Seen[] {
  return split([Buffer.from(text as string)], limit);
}

test.each<[string, string | readonly number[], readonly Seen[]]>([
  ['nothing', '', []],
  ['one line', 'a\n', [['a', 1, undefined]]],
  [
    'no line end at the end',
    'a\nb',
    [
      ['a', 1, undefined],
      ['b', 2, undefined],
    ],
  ],
  [
    'empty lines',
    '\n\n',
    [
      ['', 1, undefined],
      ['', 2, undefined],
    ],
  ],
  [
    '\\r\\n',
    'a\r\nb\r\n',
    [
      ['a', 1, undefined],
      ['b', 2, undefined],
    ],
  ],
  ['only one \\r is of the line end', 'a\r\r\n', [['a\r', 1, undefined]]],
  ['a \\r inside', 'a\rb\n', [['a\rb', 1, undefined]]],
  [
    'UTF-8',
    'é→𝄞\nx\n',
    [
      ['é→𝄞', 1, undefined],
      ['x', 2, undefined],
    ],
  ],
  [
    'not UTF-8',
    [0x61, 0xff, 0x0a, 0x62],
    [
      ['a\ufffd', 1, 'not-utf8'],
      ['b', 2, undefined],
    ],
  ],
  [
    'NUL',
    [0x61, 0, 0x0a, 0x62],
    [
      ['', 1, 'nul'],
      ['b', 2, undefined],
    ],
  ],
])('%s', (_name, text, expected) => {
  expect(lines(text)).toEqual(expected);
});

test.each<[string, readonly Seen[]]>([
  ['1234', [['1234', 1, undefined]]],
  ['1234\n', [['1234', 1, undefined]]],
  ['1234\r\n', [['1234', 1, undefined]]],
  ['12345', [['', 1, 'too-long']]],
  [
    '12345\nx',
    [
      ['', 1, 'too-long'],
      ['x', 2, undefined],
    ],
  ],
  [
    '12345\r\nx',
    [
      ['', 1, 'too-long'],
      ['x', 2, undefined],
    ],
  ],
  ['123456789', [['', 1, 'too-long']]],
  [
    '123456789\n\nx',
    [
      ['', 1, 'too-long'],
      ['', 2, undefined],
      ['x', 3, undefined],
    ],
  ],
])('with a limit of four bytes: %j', (text, expected) => {
  expect(lines(text, 4)).toEqual(expected);
  expect(
    split(
      [...text].map((letter) => Buffer.from(letter)),
      4,
    ),
  ).toEqual(expected);
});

test('the pieces that bytes come in make no difference', () => {
  const byte = fc.oneof(fc.constantFrom(0, 10, 13, 65, 0xc3, 0xa9, 0xff), fc.nat(255));
  const chunks = fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 12 });
  const noisy = fc.array(fc.array(byte, { maxLength: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.oneof(chunks, noisy), fc.integer({ min: 1, max: 20 }), (pieces, limit) => {
      const bytes = pieces.map((piece) => Buffer.from(piece));
      expect(split(bytes, limit)).toEqual(split([Buffer.concat(bytes)], limit));
    }),
  );
});

test('a piece may be overwritten once it was pushed', () => {
  const seen: Seen[] = [];
  const blocks = createLineBlocks(noting(seen));
  const piece = Buffer.from('abc');
  blocks.push(piece);
  piece.fill('x');
  blocks.push(Buffer.from('\n'));
  expect(seen).toEqual([['abc', 1, undefined]]);
});

test('agrees with splitting the whole text', () => {
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\n')))
    .map((parts) => parts.join('').replaceAll('\0', '').replaceAll('\r', ''));
  fc.assert(
    fc.property(text, (whole) => {
      const expected = whole.split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(lines(whole).map(([line]) => line)).toEqual(
        expected.map((line) => Buffer.from(line).toString()),
      );
    }),
  );
});
