import { expect, test } from 'vitest';
import { timerMisuse } from '../../src/rules/timer-misuse.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(timerMisuse, text);

test('violated: a vote denied resets the timer', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 follower message.received RequestVote n2→n1
       n1@2 follower timer.started election
       n1@2 follower vote.denied n2 cause=already-voted`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (warning) term 2, n1: n1 restarts its election timer on a message (RequestVote) and denies n2 its vote
      2: n1@2 ← n2 RequestVote
      3: n1@2 sets election timer
      4: n1@2 denies n2 a vote (already-voted)"
  `);
});

test('violated: the timer comes after the denial', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 follower message.received RequestVote n2→n1
       n1@2 follower vote.denied n2 cause=log-behind
       n1@2 follower timer.started election`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (warning) term 2, n1: n1 restarts its election timer on a message (RequestVote) and denies n2 its vote
      2: n1@2 ← n2 RequestVote
      3: n1@2 denies n2 a vote (log-behind)
      4: n1@2 sets election timer"
  `);
});

test('violated: an old leader resets the timer', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@3 follower message.received AppendEntries n2→n1
       n1@3 follower timer.started election
       n1@3 follower append.rejected leader=n2 cause=stale-term`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (warning) term 3, n1: n1 restarts its election timer on a message (AppendEntries) and rejects the AppendEntries of n2, of an older term
      2: n1@3 ← n2 AppendEntries
      3: n1@3 sets election timer
      4: n1@3 rejects entries from n2 (stale-term)"
  `);
});

test('violated: the leader does not reset it', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 follower append.accepted leader=n2
       +40 n1@2 follower timer.expired election`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (warning) term 2, n1: n1's election timer expires 40 ms after it heard the leader, before the shortest election timeout of 100 ms
      2: n1@2 accepts entries from n2
      3: n1@2 election timer expires"
  `);
});

test('violated: nor does a vote given', () => {
  expect(
    verdict(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 follower vote.granted n2
       +40 n1@2 follower timer.expired election`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (warning) term 2, n1: n1's election timer expires 40 ms after it gave its vote, before the shortest election timeout of 100 ms
      2: n1@2 votes for n2
      3: n1@2 election timer expires"
  `);
});

test.each([
  [
    'the leader resets it',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 follower message.received AppendEntries n2→n1
       n1@2 follower timer.started election
       n1@2 follower append.rejected leader=n2 cause=log-too-short
       n1@2 follower append.accepted leader=n2
       +120 n1@2 follower timer.expired election`,
  ],
  [
    'a leader that steps down starts it',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 leader message.received RequestVote n2→n1
       n1@3 leader term.changed 2→3
       n1@3 role.changed leader→follower
       n1@3 follower timer.started election
       n1@3 follower vote.denied n2 cause=log-behind
       +120 n1@3 follower timer.expired election`,
  ],
  [
    'it expires after a denial',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 follower message.received RequestVote n2→n1
       n1@2 follower vote.denied n2 cause=log-behind
       n1@2 follower timer.expired election
       n1@2 follower timer.started election`,
  ],
  [
    'a pre-vote given is no vote',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 follower vote.granted n2 preVote=true
       +40 n1@2 follower timer.expired election`,
  ],
  [
    'another term began in between',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 follower vote.granted n2
       +40 n1@3 follower timer.expired election`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'timeouts are not declared',
    `n1@2 follower append.accepted leader=n2
       +40 n1@2 follower timer.expired election`,
    'election timers, and the declared timeouts',
  ],
  [
    'its clock is moved',
    `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       fault.injected clock-jump nodes=n1
       n1@2 follower append.accepted leader=n2
       +40 n1@2 follower timer.expired election`,
    'election timers, and the declared timeouts',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});

const heard = (elapsed: string): string =>
  `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200 config.heartbeatIntervalMs=50
       n1@2 follower timer.started election
       +30 n1@2 follower timer.started election
       n1@2 follower append.accepted leader=n2
       +40 n1@2 follower timer.expired election${elapsed}`;

test.each([
  ['an earlier timer that nobody stopped', ' elapsedMs=80', true],
  ['it does not wait for its time', ' elapsedMs=50', true],
  ['how long it waited is not told', '', true],
  ['its clock was set: it counts more than has passed', ' elapsedMs=240', false],
])('the timer expires soon after the leader was heard: %s', (_, elapsed, violated) => {
  expect(verdict(heard(elapsed)).startsWith('violated')).toBe(violated);
});
