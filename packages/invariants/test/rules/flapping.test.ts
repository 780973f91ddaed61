import { expect, test } from 'vitest';
import { flapping } from '../../src/rules/flapping.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(flapping, text);

test('suspicious: a leader each election timeout', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +150 n1@2 role.changed candidate→leader
       +150 n2@3 role.changed candidate→leader
       +150 n3@4 role.changed candidate→leader
       +150 n1@5 role.changed candidate→leader
       +150 n2@6 role.changed candidate→leader
       +150 n3@7 role.changed candidate→leader
       +150 n1@8 role.changed candidate→leader
       +150 n2@9 role.changed candidate→leader
       +150 n3@10 role.changed candidate→leader
       +150 n1@11 role.changed candidate→leader
       +150 n2@12 role.changed candidate→leader
       +150 n3@13 role.changed candidate→leader
       +150 n1@14 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (note) term 14: 12 changes of leader within 1800 ms, less than 12 election timeouts
      2: n1@2 candidate ⇒ leader
      9: n2@9 candidate ⇒ leader
      14: n1@14 candidate ⇒ leader"
  `);
});

test.each([
  [
    'each leads for two',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       +400 n1@2 role.changed candidate→leader
       +400 n2@3 role.changed candidate→leader
       +400 n3@4 role.changed candidate→leader
       +400 n1@5 role.changed candidate→leader
       +400 n2@6 role.changed candidate→leader
       +400 n3@7 role.changed candidate→leader
       +400 n1@8 role.changed candidate→leader
       +400 n2@9 role.changed candidate→leader
       +400 n3@10 role.changed candidate→leader
       +400 n1@11 role.changed candidate→leader
       +400 n2@12 role.changed candidate→leader
       +400 n3@13 role.changed candidate→leader
       +400 n1@14 role.changed candidate→leader
       +400 n2@15 role.changed candidate→leader
       +400 n3@16 role.changed candidate→leader
       +400 n1@17 role.changed candidate→leader
       +400 n2@18 role.changed candidate→leader
       +400 n3@19 role.changed candidate→leader
       +400 n1@20 role.changed candidate→leader
       +400 n2@21 role.changed candidate→leader`,
  ],
  [
    'transfers are wanted',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 role.changed follower→candidate cause=transfer
       +100 n1@2 role.changed candidate→leader
       n2@3 role.changed follower→candidate cause=transfer
       +100 n2@3 role.changed candidate→leader
       n3@4 role.changed follower→candidate cause=transfer
       +100 n3@4 role.changed candidate→leader
       n1@5 role.changed follower→candidate cause=transfer
       +100 n1@5 role.changed candidate→leader
       n2@6 role.changed follower→candidate cause=transfer
       +100 n2@6 role.changed candidate→leader
       n3@7 role.changed follower→candidate cause=transfer
       +100 n3@7 role.changed candidate→leader
       n1@8 role.changed follower→candidate cause=transfer
       +100 n1@8 role.changed candidate→leader
       n2@9 role.changed follower→candidate cause=transfer
       +100 n2@9 role.changed candidate→leader
       n3@10 role.changed follower→candidate cause=transfer
       +100 n3@10 role.changed candidate→leader
       n1@11 role.changed follower→candidate cause=transfer
       +100 n1@11 role.changed candidate→leader
       n2@12 role.changed follower→candidate cause=transfer
       +100 n2@12 role.changed candidate→leader
       n3@13 role.changed follower→candidate cause=transfer
       +100 n3@13 role.changed candidate→leader
       n1@14 role.changed follower→candidate cause=transfer
       +100 n1@14 role.changed candidate→leader
       n2@15 role.changed follower→candidate cause=transfer
       +100 n2@15 role.changed candidate→leader
       n3@16 role.changed follower→candidate cause=transfer
       +100 n3@16 role.changed candidate→leader
       n1@17 role.changed follower→candidate cause=transfer
       +100 n1@17 role.changed candidate→leader
       n2@18 role.changed follower→candidate cause=transfer
       +100 n2@18 role.changed candidate→leader
       n3@19 role.changed follower→candidate cause=transfer
       +100 n3@19 role.changed candidate→leader
       n1@20 role.changed follower→candidate cause=transfer
       +100 n1@20 role.changed candidate→leader
       n2@21 role.changed follower→candidate cause=transfer
       +100 n2@21 role.changed candidate→leader`,
  ],
  [
    'tests have clusters of their own',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       test.started t0
       +100 n1@2 role.changed candidate→leader
       test.started t1
       +100 n2@3 role.changed candidate→leader
       test.started t2
       +100 n3@4 role.changed candidate→leader
       test.started t3
       +100 n1@5 role.changed candidate→leader
       test.started t4
       +100 n2@6 role.changed candidate→leader
       test.started t5
       +100 n3@7 role.changed candidate→leader
       test.started t6
       +100 n1@8 role.changed candidate→leader
       test.started t7
       +100 n2@9 role.changed candidate→leader
       test.started t8
       +100 n3@10 role.changed candidate→leader
       test.started t9
       +100 n1@11 role.changed candidate→leader
       test.started t10
       +100 n2@12 role.changed candidate→leader
       test.started t11
       +100 n3@13 role.changed candidate→leader
       test.started t12
       +100 n1@14 role.changed candidate→leader
       test.started t13
       +100 n2@15 role.changed candidate→leader
       test.started t14
       +100 n3@16 role.changed candidate→leader
       test.started t15
       +100 n1@17 role.changed candidate→leader
       test.started t16
       +100 n2@18 role.changed candidate→leader
       test.started t17
       +100 n3@19 role.changed candidate→leader
       test.started t18
       +100 n1@20 role.changed candidate→leader
       test.started t19
       +100 n2@21 role.changed candidate→leader`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'nobody leads',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50`,
    'leaders',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});

test('unknown: so many leaders, and no word of how long election timeouts are', () => {
  const leaders = Array.from(
    { length: 20 },
    (_, term) => `+150 n${(term % 3) + 1}@${term + 1} role.changed candidate→leader`,
  );
  expect(verdict(leaders.join('\n'))).toBe(
    'unknown: how long election timeouts are, by timer.started.timeoutMs or trace.started.config',
  );
  expect(verdict(leaders.slice(0, 12).join('\n'))).toBe('holds');
});
