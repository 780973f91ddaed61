import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawTable, naturalWidth } from '../../src/render/table.ts';

const spec = {
  head: ['rule', 'verdict', 'missing'],
  rows: [
    ['election-safety', 'holds', ''],
    ['figure-8', 'unknown', 'commits with the servers that hold them'],
    ['a-rule-with-a-rather-long-name', 'violated'],
  ],
};

test('takes no more room than it needs', async () => {
  expect(await drawTable({ ...spec, width: 200 })).toMatchInlineSnapshot(`
    "┌────────────────────────────────┬──────────┬─────────────────────────────────────────┐
    │ rule                           │ verdict  │ missing                                 │
    ├────────────────────────────────┼──────────┼─────────────────────────────────────────┤
    │ election-safety                │ holds    │                                         │
    │ figure-8                       │ unknown  │ commits with the servers that hold them │
    │ a-rule-with-a-rather-long-name │ violated │                                         │
    └────────────────────────────────┴──────────┴─────────────────────────────────────────┘
    "
  `);
});

test('wraps the widest columns where the page is narrow, and loses nothing', async () => {
  expect(await drawTable({ ...spec, width: 50 })).toMatchInlineSnapshot(`
    "┌──────────────────┬──────────┬──────────────────┐
    │ rule             │ verdict  │ missing          │
    ├──────────────────┼──────────┼──────────────────┤
    │ election-safety  │ holds    │                  │
    │ figure-8         │ unknown  │ commits with the │
    │                  │          │ servers that     │
    │                  │          │ hold them        │
    │ a-rule-with-a-ra │ violated │                  │
    │ ther-long-name   │          │                  │
    └──────────────────┴──────────┴──────────────────┘
    "
  `);
});

test('without rows there is the head', async () => {
  expect(await drawTable({ head: ['id', 'what'], rows: [], width: 80 })).toMatchInlineSnapshot(`
    "┌────┬──────┐
    │ id │ what │
    └────┴──────┘
    "
  `);
});

test('fits any page that is not too narrow, with all of its text', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', '→', '𝄞'), maxLength: 60 });
  const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 34, max: 120 }), async (cells, width) => {
      const table = { head: ['a', 'b', 'c'], rows: cells };
      const lines = (await drawTable({ ...table, width })).trimEnd().split('\n');
      const widths = new Set(lines.map((line) => [...line].length));
      expect([...widths]).toEqual([Math.min(width, naturalWidth(table))]);
      const letters = (text: string): readonly string[] =>
        [...text].filter((x) => /[b→𝄞]/u.test(x));
      expect(letters(lines.slice(2).join('')).length).toBe(letters(cells.flat().join('')).length);
    }),
    { numRuns: 50 },
  );
});
