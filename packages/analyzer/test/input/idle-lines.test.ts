import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFileReader } from '../../src/input/file-reader.ts';

const folder = new URL('../../../formats/test/samples/hashicorp-text/', import.meta.url);
const lines = readdirSync(folder)
  .filter((name) => name.endsWith('.log'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));

/** With `unparsed` every line is made into text, and none is known by its bytes alone. */
function read(content: string, unparsed: boolean) {
  const reader = createFileReader('n1.log', { unparsed });
  const events = [...reader.push(Buffer.from(content)), ...reader.end()];
  const { counts, reasons } = reader.report();
  return { events, counts, reasons: [...reasons].sort() };
}

const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...lines) },
  // A line with other keys, a line that is cut, and one that something stands before.
  fc.constantFrom(...lines).map((text) => text.replace(/=\S+/, '="x: y=z"')),
  fc.tuple(fc.constantFrom(...lines), fc.nat(120)).map(([text, at]) => text.slice(0, at)),
  fc.tuple(fc.constantFrom(...lines), fc.nat(120)).map(([text, at]) => text.slice(at)),
  fc.tuple(fc.constantFrom(...lines), fc.string()).map(([text, more]) => text + more),
);

test('lines that are known by their bytes to tell nothing change nothing', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 120 }), (chosen) => {
      const content = `${chosen.join('\n')}\n`;
      expect(read(content, false)).toEqual(read(content, true));
    }),
    { numRuns: 300 },
  );
});
