import { expect, test } from 'vitest';
import { legalRoleEdges } from '../../src/rules/legal-role-edges.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(legalRoleEdges, text);

test('violated: a follower leads without an election', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3
       n1@2 node.started
       n1@2 role.changed follower→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 went from follower straight to leader
      2: n1@2 starts
      3: n1@2 follower ⇒ leader"
  `);
});

test('violated: a leader campaigns', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       n1@3 role.changed leader→candidate`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 went from leader straight to candidate
      1: n1@2 candidate ⇒ leader
      2: n1@3 leader ⇒ candidate"
  `);
});

test('violated: a leader asks for pre-votes', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       n1@2 role.changed leader→pre-candidate`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 went from leader straight to pre-candidate
      1: n1@2 candidate ⇒ leader
      2: n1@2 leader ⇒ pre-candidate"
  `);
});

test('violated: votes counted after the candidate gave up', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3
       n1@3 role.changed candidate→follower
       n1@3 role.changed follower→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 went from follower straight to leader
      2: n1@3 candidate ⇒ follower
      3: n1@3 follower ⇒ leader"
  `);
});

test.each([
  [
    'the whole life of a server',
    `trace.started nodes=n1,n2,n3
       n1@1 role.changed follower→pre-candidate
       n1@2 role.changed pre-candidate→candidate
       n1@2 role.changed candidate→leader
       n1@3 role.changed leader→follower`,
  ],
  [
    'a cluster of one',
    `trace.started nodes=n1
       n1@1 role.changed follower→leader`,
  ],
  [
    'one voter and a learner',
    `trace.started nodes=n1,n2
       n2@1 learner node.started
       n1@1 role.changed follower→leader`,
  ],
  [
    'a leader is taken back to learner',
    `n1@2 role.changed candidate→leader
       n1@2 role.changed leader→learner`,
  ],
  [
    'a leader restarts',
    `n1@2 role.changed candidate→leader
       n1@2 node.crashed
       n1@2 follower node.started
       n1@3 role.changed follower→candidate`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the role before is not told',
    `n1@2 role.changed leader`,
    'changes of role with the role before',
  ],
  [
    'a line is missing',
    `trace.started nodes=n1,n2,n3
       n1@2 role.changed follower→candidate
       ~ n1@2 role.changed candidate→leader`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
