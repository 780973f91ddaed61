import { expect, test } from 'vitest';
import { applyOrder } from '../../src/rules/apply-order.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(applyOrder, text);

test('violated: a gap', () => {
  expect(
    verdict(
      `n1 entry.applied 4
       n1 entry.applied 6`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) n1: n1 applied index 6 right after index 4
      1: n1 applies 4
      2: n1 applies 6"
  `);
});

test('violated: an index twice', () => {
  expect(
    verdict(
      `n1 entry.applied 4
       n1 entry.applied 4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) n1: n1 applied index 4 twice
      1: n1 applies 4
      2: n1 applies 4"
  `);
});

test('violated: back, and no lost line excuses it', () => {
  expect(
    verdict(
      `n1 entry.applied 5
       ~ n1 entry.applied 4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) n1: n1 applied index 4 after index 5
      1: n1 applies 5
      2: n1 applies 4"
  `);
});

test('violated: a snapshot, and then not the entry behind it', () => {
  expect(
    verdict(
      `n1 entry.applied 4
       n1 snapshot.installed 9
       n1 entry.applied 9`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) n1: n1 applied index 9 twice
      2: n1 installs snapshot 9
      3: n1 applies 9"
  `);
});

test('violated: seen by the test', () => {
  expect(verdict(`test.observed applied-out-of-order nodes=n2`)).toMatchInlineSnapshot(`
    "violated (violation) n2: the test saw entries applied out of order
      1: test sees applied-out-of-order (servers {n2})"
  `);
});

test.each([
  [
    'in order',
    `n1 entry.applied 1
       n1 entry.applied 2
       n1 entry.applied 3`,
  ],
  [
    'again from the start after a restart',
    `n1 entry.applied 1
       n1 entry.applied 2
       n1 node.crashed
       n1 node.started
       n1 entry.applied 1`,
  ],
  [
    'on from a snapshot',
    `n1 entry.applied 1
       n1 snapshot.installed 7
       n1 entry.applied 8`,
  ],
  [
    'an older snapshot changes nothing',
    `n1 entry.applied 8
       n1 snapshot.installed 5
       n1 entry.applied 9`,
  ],
  [
    'an older snapshot takes the whole state back',
    `n1 entry.applied 8
       n1 snapshot.installed 5
       n1 entry.applied 6`,
  ],
  [
    'each server by itself',
    `n1 entry.applied 5
       n2 entry.applied 1
       n1 entry.applied 6`,
  ],
  [
    'time goes back',
    `n1 entry.applied 5
       +-500 n1 entry.applied 6`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'a gap where a line is missing',
    `n1 entry.applied 4
       ~ n1 entry.applied 6`,
    '1 line lost (gaps in seq)',
  ],
  [
    'the line of the restart is missing',
    `n1 entry.applied 4
       ~ n1 entry.applied 1 inc=1`,
    '2 lines lost (gaps in seq)',
  ],
  ['nothing applied', `n1 commit.advanced 0→1`, 'entries applied'],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
