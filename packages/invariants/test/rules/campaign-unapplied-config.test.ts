import { expect, test } from 'vitest';
import { campaignUnappliedConfig } from '../../src/rules/campaign-unapplied-config.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(campaignUnappliedConfig, text);

test('violated: it asks the voters before', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=5
       n1@1 follower commit.advanced 4→5
       n1@2 candidate election.started voters=n1,n2,n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 asks {n1 n2 n3} for their votes, although it knows the configuration {n1 n2 n3 n4} at index 5 to be committed
      2: n1@1 appends configuration {n1 n2 n3 n4} at 5
      3: n1@1 commit 4 ⇒ 5
      4: n1@2 asks {n1 n2 n3} for votes"
  `);
});

test('violated: two changes ago', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=5
       n1@1 follower config.appended n1,n2,n3,n4,n5 index=6
       n1@1 follower commit.advanced 4→5
       n1@2 candidate election.started voters=n1,n2,n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 asks {n1 n2 n3} for their votes, although it knows the configuration {n1 n2 n3 n4} at index 5 to be committed
      2: n1@1 appends configuration {n1 n2 n3 n4} at 5
      4: n1@1 commit 4 ⇒ 5
      5: n1@2 asks {n1 n2 n3} for votes"
  `);
});

test.each([
  [
    'it asks the voters of the one committed',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=5
       n1@1 follower commit.advanced 4→5
       n1@2 candidate election.started voters=n1,n2,n3,n4`,
  ],
  [
    'it asks those of a later one',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=5
       n1@1 follower config.appended n1,n2,n3,n4,n5 index=6
       n1@1 follower commit.advanced 4→5
       n1@2 candidate election.started voters=n1,n2,n3,n4,n5`,
  ],
  [
    'it does not know of the commit',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2,n3,n4 index=5
       n1@2 candidate election.started voters=n1,n2,n3`,
  ],
  [
    'nothing ever changed',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 candidate election.started voters=n1,n2,n3
       n1@2 role.changed candidate→leader`,
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
    'a line may be missing',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2 index=5
       ~ n1@2 candidate election.started voters=n1,n2,n3`,
    'elections with the voters asked, and configurations',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
