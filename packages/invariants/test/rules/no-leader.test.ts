import { expect, test } from 'vitest';
import { noLeader } from '../../src/rules/no-leader.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(noLeader, text);

test('violated: a majority campaigns on and on', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 role.changed candidate→leader
       n1@1 node.crashed
       +3001 n2@9 candidate election.started`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 9: no leader for 3001 ms, more than 10 election timeouts, although n2 reaches a majority
      3: n1@1 crashes
      4: n2@9 asks for votes"
  `);
});

test('holds: it led until just now, and its line does not say what it was before', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 role.changed to=leader
       +9001 n1@2 role.changed to=candidate
       n1@2 candidate election.started`,
    ),
  ).toBe('holds');
});

test('violated: after a fault is over', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       fault.injected partition nodes=n1,n2
       +9000 fault.cleared partition nodes=n1,n2
       +3500 n2@9 candidate election.started`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 9: no leader for 3500 ms, more than 10 election timeouts, although n2 reaches a majority
      3: fault cleared: partition {n1 n2}
      4: n2@9 asks for votes"
  `);
});

test('violated: the test found none', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 role.changed candidate→leader
       n1@2 role.changed leader→follower
       test.observed no-leader`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning): the test asked every connected server, and none of them was leader
      2: n1@1 candidate ⇒ leader
      4: test sees no-leader"
  `);
});

test('violated: told once for each stretch of time', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 role.changed leader→follower
       +3001 n2@9 candidate election.started
       +300 n3@10 candidate election.started
       +2702 n2@11 candidate election.started`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 9: no leader for 3001 ms, more than 10 election timeouts, although n2 reaches a majority
      2: n1@1 leader ⇒ follower
      3: n2@9 asks for votes
    suspicious (warning) term 11: no leader for 3002 ms, more than 10 election timeouts, although n2 reaches a majority
      3: n2@9 asks for votes
      5: n2@11 asks for votes"
  `);
});

test.each([
  [
    'a leader within time',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 role.changed leader→follower
       +200 n2@2 candidate election.started
       n2@2 role.changed candidate→leader
       +9000 n3@3 candidate election.started`,
  ],
  [
    'candidates cut off from the majority',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 role.changed candidate→leader
       fault.injected partition nodes=n2
       +9000 n2@2 candidate election.started`,
  ],
  [
    'followers tell of a leader whose own lines are missing',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 role.changed follower→candidate
       +3000 n2@2 follower leader.recognized n3
       +2900 n1@3 candidate election.started`,
  ],
  [
    'time goes back',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 role.changed leader→follower
       +-9000 n2@9 candidate election.started`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no elections',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 role.changed candidate→leader`,
    'elections',
  ],
  [
    'a line is missing',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@1 candidate election.started
       ~ n1@1 role.changed candidate→leader`,
    '1 line lost (gaps in seq)',
  ],
  [
    'the timeout is not known',
    `n1@1 role.changed leader→follower
       +9000 n2@9 candidate election.started`,
    'how long election timeouts are, by timer.started.timeoutMs or trace.started.config',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
