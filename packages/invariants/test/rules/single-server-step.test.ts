import { expect, test } from 'vitest';
import { singleServerStep } from '../../src/rules/single-server-step.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(singleServerStep, text);

test('violated: two voters at once', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@2 leader config.appended n1,n4,n5 index=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1's log goes from the voters {n1 n2 n3} to {n1 n4 n5} at index 4 in one step
      1: n1@1 starts as follower (voters {n1 n2 n3})
      2: n1@2 appends configuration {n1 n4 n5} at 4"
  `);
});

test('violated: one comes and one goes', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@2 follower config.appended n1,n2,n3,n4 index=4
       n1@2 follower config.appended n1,n2,n3,n5 index=5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1's log goes from the voters {n1 n2 n3 n4} to {n1 n2 n3 n5} at index 5 in one step
      2: n1@2 appends configuration {n1 n2 n3 n4} at 4
      3: n1@2 appends configuration {n1 n2 n3 n5} at 5"
  `);
});

test('violated: the joint configuration names other old voters', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@2 leader config.appended n1,n4,n5 votersOutgoing=n1,n2 index=4`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1's log goes from the voters {n1 n2 n3} to {n1 n2} and {n1 n4 n5} at index 4 in one step
      1: n1@1 starts as follower (voters {n1 n2 n3})
      2: n1@2 appends configuration {n1 n2} and {n1 n4 n5} at 4"
  `);
});

test('violated: the joint configuration leads elsewhere', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@2 leader config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 leader config.appended n1,n4 index=5`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1's log goes from the voters {n1 n2 n3} and {n1 n4 n5} to {n1 n4} at index 5 in one step
      2: n1@2 appends configuration {n1 n2 n3} and {n1 n4 n5} at 4
      3: n1@2 appends configuration {n1 n4} at 5"
  `);
});

test.each([
  [
    'one more, then one less',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 leader config.appended n1,n2,n3,n4 index=4
       n1@2 leader config.appended n1,n2,n4 index=5`,
  ],
  [
    'through a joint configuration',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 leader config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 leader config.appended n1,n4,n5 index=5`,
  ],
  [
    'back out of a joint configuration',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 leader config.appended n1,n4,n5 votersOutgoing=n1,n2,n3 index=4
       n1@2 leader config.appended n1,n2,n3 index=5`,
  ],
  [
    'learners do not count, and the order says nothing',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 leader config.appended n3,n2,n1 learners=n4,n5 index=4`,
  ],
  [
    'what was between is truncated',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 follower config.appended n1,n2 index=4
       n1@2 follower log.truncated 4
       n1@2 follower config.appended n1,n3 index=4`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'there is only one',
    `n1@1 follower node.started voters=n1,n2,n3`,
    'configurations that follow each other, with seq',
  ],
  [
    'a line may be missing between',
    `n1@1 follower node.started voters=n1,n2,n3
       ~ n1@2 leader config.appended n1,n4,n5 index=4`,
    'configurations that follow each other, with seq',
  ],
  [
    'a snapshot without its configuration came between',
    `n1@1 follower node.started voters=n1,n2,n3
       n1@2 follower snapshot.installed 9
       n1@2 follower config.appended n1,n4,n5 index=10`,
    'configurations that follow each other, with seq',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
