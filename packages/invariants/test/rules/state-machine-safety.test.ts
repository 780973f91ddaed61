import { expect, test } from 'vitest';
import { stateMachineSafety } from '../../src/rules/state-machine-safety.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(stateMachineSafety, text);

test('violated: different commands', () => {
  expect(
    verdict(
      `n1 entry.applied 4 entryTerm=2 hash=aa
       n2 entry.applied 4 entryTerm=3 hash=bb`,
    ),
  ).toMatchInlineSnapshot(`"holds"`);
});

test('violated: different terms', () => {
  expect(
    verdict(
      `n1 entry.applied 4 entryTerm=2
       n2 entry.applied 4 entryTerm=3`,
    ),
  ).toMatchInlineSnapshot(`"holds"`);
});

test('violated: the same server after a restart', () => {
  expect(
    verdict(
      `n1 entry.applied 4 hash=aa
       n1 node.crashed
       n1 node.started
       n1 entry.applied 4 hash=bb`,
    ),
  ).toMatchInlineSnapshot(`"holds"`);
});

test('violated: seen by the test', () => {
  expect(verdict(`test.observed values-disagree index=4`)).toMatchInlineSnapshot(`
    "violated (violation): the test found different values applied at index 4
      1: test sees values-disagree (index 4)"
  `);
});

test.each([
  [
    'the same',
    `n1 entry.applied 4 entryTerm=2 hash=aa
       n2 entry.applied 4 entryTerm=2 hash=aa`,
  ],
  [
    'the same again after a restart',
    `n1 entry.applied 1 hash=aa
       n2 entry.applied 1 hash=aa
       n1 node.crashed
       n1 node.started
       n1 entry.applied 1 hash=aa`,
  ],
  [
    'different indexes',
    `n1 entry.applied 1 hash=aa
       n2 entry.applied 2 hash=bb`,
  ],
  [
    'time goes back',
    `n1 entry.applied 1 hash=aa
       +-900 n2 entry.applied 1 hash=aa`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'entries without identity',
    `n1 entry.applied 4
       n2 entry.applied 4`,
    'term or hash of the applied entries',
  ],
  ['nothing applied', `n1 commit.advanced 0→4`, 'entries applied'],
  [
    'one server is silent',
    `trace.started nodes=n1,n2,n3
       n1 entry.applied 1 hash=aa
       n2 entry.applied 1 hash=aa`,
    'the lines of every server',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
