import { expect, test } from 'vitest';
import { duplicateApply } from '../../src/rules/duplicate-apply.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(duplicateApply, text);

test('violated: once more at a later index', () => {
  expect(
    verdict(
      `n1@2 leader command.executed 5 c1 7
       n1@2 leader command.executed 6 c1 7`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 executes request 7 of client c1 at index 5 and again at index 6
      1: n1@2 executes request 7 of client c1 (entry 5)
      2: n1@2 executes request 7 of client c1 (entry 6)"
  `);
});

test.each([
  [
    'each once, on each server',
    `n1@2 leader command.executed 5 c1 7
       n2@2 follower command.executed 5 c1 7
       n1@2 leader command.executed 6 c1 8
       n1@2 leader command.executed 7 c2 7`,
  ],
  [
    'a server that restarted does it all again',
    `n1@2 leader command.executed 5 c1 7
       n1@2 follower node.started
       n1@2 follower command.executed 5 c1 7`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'entries are applied, and who executes them is not told',
    `n1@2 leader entry.applied 5`,
    'what state machines execute for clients',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
