import { expect, test } from 'vitest';
import { oneChangeAtATime } from '../../src/rules/one-change-at-a-time.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(oneChangeAtATime, text);

test('violated: a second change before the first is committed', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader commit.advanced 2→3
       n1@2 leader config.appended n1,n2,n3,n4 index=4
       n1@2 leader config.appended n1,n2,n3,n4,n5 index=5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 adds a configuration at index 5 while the one at 4 is not committed: its commitIndex is 3
      4: n1@2 commit 2 ⇒ 3
      5: n1@2 appends configuration {n1 n2 n3 n4} at 4
      6: n1@2 appends configuration {n1 n2 n3 n4 n5} at 5"
  `);
});

test('violated: no commit at all', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2,n3,n4 index=4
       n1@2 leader config.appended n1,n2,n3 index=5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 adds a configuration at index 5 while the one at 4 is not committed: its commitIndex is 0
      4: n1@2 appends configuration {n1 n2 n3 n4} at 4
      5: n1@2 appends configuration {n1 n2 n3} at 5"
  `);
});

test('violated: the change of a predecessor is still under way', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=4
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2,n3 index=5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 adds a configuration at index 5 while the one at 4 is not committed: its commitIndex is 0
      2: n1@1 appends configuration {n1 n2 n3 n4} at 4
      5: n1@2 appends configuration {n1 n2 n3} at 5"
  `);
});

test.each([
  [
    'one after the other',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2,n3,n4 index=4
       n1@2 leader commit.advanced 3→4
       n1@2 leader config.appended n1,n2,n3,n4,n5 index=5`,
  ],
  [
    'a follower takes both at once, as it catches up',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2,n3,n4 index=4
       n2@2 follower node.started voters=n1,n2,n3
       n2@2 follower config.appended n1,n2,n3,n4 index=4
       n2@2 follower config.appended n1,n2,n3 index=5`,
  ],
  [
    'the first one is truncated',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=4
       n1@2 follower log.truncated fromIndex=4
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2,n3,n5 index=4`,
  ],
  [
    'a snapshot says that the first one is committed',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=4
       n1@1 follower snapshot.installed 4 voters=n1,n2,n3,n4
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2,n3 index=5`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no leader adds one',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 follower config.appended n1,n2,n3,n4 index=4`,
    'configurations that a leader adds, with seq',
  ],
  [
    'a line may be missing between',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader
       n1@2 leader config.appended n1,n2,n3,n4 index=4
       ~ n1@2 leader config.appended n1,n2,n3 index=5`,
    '1 line lost (gaps in seq)',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
