import { expect, test } from 'vitest';
import { committedConfiguration } from '../../src/rules/committed-configuration.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(committedConfiguration, text);

test('violated: it stands behind the index at which it is committed', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2 index=9
       n1@1 follower config.committed n1,n2 index=8`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1 commits the configuration {n1 n2} at index 8, but its log has {n1 n2} at index 9
      2: n1@1 appends configuration {n1 n2} at 9
      3: n1@1 commits configuration {n1 n2} at 8"
  `);
});

test('violated: the log has another one there', () => {
  expect(
    verdict(
      `n1@1 follower node.started voters=n1,n2,n3
       n1@1 follower config.appended n1,n2 index=9
       n1@1 follower config.committed n1,n3 index=9`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1 commits the configuration {n1 n3} at index 9, but its log has {n1 n2} at index 9
      2: n1@1 appends configuration {n1 n2} at 9
      3: n1@1 commits configuration {n1 n3} at 9"
  `);
});

test.each([
  [
    'it stands there',
    `n1@1 follower node.started voters=n1,n2,n3
     n1@1 follower config.appended n1,n2 index=9
     n1@1 follower config.committed n2,n1 index=9`,
  ],
  [
    'a later one stands behind it',
    `n1@1 leader node.started voters=n1,n2,n3
     n1@1 leader config.appended n1,n2 index=8
     n1@1 leader config.appended n1,n2 index=9
     n1@1 leader config.committed n1,n2 index=8`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'no line put it into the log',
    `n1@1 follower node.started voters=n1,n2,n3
     n1@1 follower config.committed n1,n2 index=8`,
  ],
  [
    'a snapshot came into a longer log, and may have left it there',
    `n1@1 follower node.started voters=n1
     n1@1 follower config.appended n1,n2 index=9
     n1@1 follower snapshot.installed 8 1 voters=n1
     n1@1 follower config.appended n1,n2 index=10
     n1@1 follower config.committed n1,n2 index=9`,
  ],
  [
    'no line says where it stands',
    `n1@1 follower node.started voters=n1,n2,n3
     n1@1 follower config.appended n1,n2
     n1@1 follower config.committed n1,n2 index=1`,
  ],
  [
    'a line is lost, maybe that which deleted it',
    `n1@1 follower node.started voters=n1,n2,n3
     n1@1 follower config.appended n1,n2 index=9
     ~ n1@1 follower config.committed n1,n2 index=8`,
  ],
])('unknown: %s', (_, text) => {
  expect(verdict(text)).toMatch(/^unknown/);
});
