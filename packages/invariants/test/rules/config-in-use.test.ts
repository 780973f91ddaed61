import { expect, test } from 'vitest';
import { configInUse } from '../../src/rules/config-in-use.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(configInUse, text);

test('violated: the configuration before is used', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=4
       n1@2 candidate election.started voters=n1,n2,n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 asks {n1 n2 n3} for their votes, but the last configuration in its log, at index 4, is {n1 n2 n3 n4}
      2: n1@1 appends configuration {n1 n2 n3 n4} at 4
      3: n1@2 asks {n1 n2 n3} for votes"
  `);
});

test('violated: a deleted configuration is used', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=4
       n1@1 follower log.truncated 4
       n1@2 candidate election.started voters=n1,n2,n3,n4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 asks {n1 n2 n3 n4} for their votes, but the last configuration in its log, at index 0, is {n1 n2 n3}
      1: n1@1 starts as follower (voters {n1 n2 n3})
      4: n1@2 asks {n1 n2 n3 n4} for votes"
  `);
});

test('violated: only the new voters of a joint configuration', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 candidate election.started voters=n1,n4,n5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 asks {n1 n4 n5} for their votes, but the last configuration in its log, at index 4, is {n1 n2 n3} and {n1 n4 n5}
      2: n1@1 appends configuration {n1 n2 n3} and {n1 n4 n5} at 4
      3: n1@2 asks {n1 n4 n5} for votes"
  `);
});

test('violated: a snapshot says otherwise', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower snapshot.installed 9 voters=n1,n2,n4
       n1@2 pre-candidate election.started preVote=true voters=n1,n2,n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 asks {n1 n2 n3} for their votes, but the last configuration in its log, at index 9, is {n1 n2 n4}
      2: n1@1 installs snapshot 9
      3: n1@2 asks {n1 n2 n3} for pre-votes"
  `);
});

test.each([
  [
    'the one that it started with',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader`,
  ],
  [
    'the last one, in another order',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=4
       n1@2 candidate election.started voters=n4,n3,n2,n1`,
  ],
  [
    'old and new voters of a joint one',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 candidate election.started voters=n1,n4,n5,n2,n3`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'whom it asks is not told',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started`,
    'elections with the voters asked, and configurations',
  ],
  [
    'no configuration is told',
    `n1@2 candidate election.started voters=n1`,
    'elections with the voters asked, and configurations',
  ],
  [
    'a line may be missing',
    `n1@1 follower node.started voters=n1,n2,n3
       ~ n1@2 candidate election.started voters=n1`,
    'elections with the voters asked, and configurations',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
