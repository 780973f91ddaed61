import { expect, test } from 'vitest';
import { leaderAppendOnly } from '../../src/rules/leader-append-only.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(leaderAppendOnly, text);

test('violated: a leader deletes', () => {
  expect(
    verdict(
      `n1@3 role.changed candidate→leader
       n1@3 leader log.truncated 5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 deleted entries from index 5 on while it led term 3
      1: n1@3 candidate ⇒ leader
      2: n1@3 deletes 5.."
  `);
});

test('violated: in its second term', () => {
  expect(
    verdict(
      `n1@3 role.changed candidate→leader
       n1@4 role.changed leader→follower
       n1@5 role.changed candidate→leader
       n1@5 leader log.truncated 5 lastIndex=7`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 5, n1: n1 deleted entries from index 5 on while it led term 5
      3: n1@5 candidate ⇒ leader
      4: n1@5 deletes 5..7"
  `);
});

test('violated: seen as leader by that very line', () => {
  expect(verdict(`n1@3 leader log.truncated 5`)).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 deleted entries from index 5 on while it led term 3
      1: n1@3 deletes 5.."
  `);
});

test.each([
  [
    'a leader appends',
    `n1@3 role.changed candidate→leader
       n1@3 leader log.appended 5 3`,
  ],
  ['a follower deletes', `n2@3 follower log.truncated 5`],
  [
    'a former leader deletes',
    `n1@3 role.changed candidate→leader
       n1@4 role.changed leader→follower
       n1@4 follower log.truncated 5`,
  ],
  [
    'a leader that restarted',
    `n1@3 role.changed candidate→leader
       n1@3 node.crashed
       n1@3 node.started
       n1@4 follower log.truncated 5`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  ['no roles', `n1@3 log.truncated 5`, 'changes of the logs, with the role of the server'],
  [
    'no changes',
    `n1@3 role.changed candidate→leader`,
    'changes of the logs, with the role of the server',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
