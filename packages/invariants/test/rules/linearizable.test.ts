import { expect, test } from 'vitest';
import { linearizable } from '../../src/rules/linearizable.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(linearizable, text);

test('violated: a put is not seen', () => {
  expect(
    verdict(
      `client.invoked c1 put key=x value=1
       client.returned c1 put key=x ok=true
       client.invoked c2 get key=x
       client.returned c2 get key=x ok=true`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation): what clients saw of key x has no order: client c2 got "", which no order of the operations before its answer explains
      1: client c1 calls put x = 1
      2: client c1 returns from put x
      3: client c2 calls get x
      4: client c2 returns from get x"
  `);
});

test('violated: two gets go back in time', () => {
  expect(
    verdict(
      `client.invoked c1 put key=x value=1
       client.invoked c2 get key=x
       client.returned c2 get key=x value=1 ok=true
       client.invoked c3 get key=x
       client.returned c3 get key=x ok=true
       client.returned c1 put key=x ok=true`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation): what clients saw of key x has no order: client c3 got "", which no order of the operations before its answer explains
      2: client c2 calls get x
      3: client c2 returns from get x = 1
      4: client c3 calls get x
      5: client c3 returns from get x"
  `);
});

test('violated: an append took effect twice', () => {
  expect(
    verdict(
      `client.invoked c1 append key=x value=a
       client.returned c1 append key=x ok=true
       client.invoked c1 append key=x value=b
       client.returned c1 append key=x ok=true
       client.invoked c2 get key=x
       client.returned c2 get key=x value=abb ok=true`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation): what clients saw of key x has no order: client c2 got "abb", which no order of the operations before its answer explains
      3: client c1 calls append x = b
      4: client c1 returns from append x
      5: client c2 calls get x
      6: client c2 returns from get x = abb"
  `);
});

test('violated: a value that nobody wrote', () => {
  expect(
    verdict(
      `client.invoked c1 put key=x value=1
       client.returned c1 put key=x ok=true
       client.invoked c2 get key=x
       client.returned c2 get key=x value=2 ok=true`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation): what clients saw of key x has no order: client c2 got "2", which no order of the operations before its answer explains
      1: client c1 calls put x = 1
      2: client c1 returns from put x
      3: client c2 calls get x
      4: client c2 returns from get x = 2"
  `);
});

test.each([
  [
    'one after the other',
    `client.invoked c1 put key=x value=1
       client.returned c1 put key=x ok=true
       client.invoked c2 get key=x
       client.returned c2 get key=x value=1 ok=true`,
  ],
  [
    'at the same time, either way',
    `client.invoked c1 put key=x value=1
       client.invoked c2 get key=x
       client.returned c2 get key=x ok=true
       client.returned c1 put key=x ok=true
       client.invoked c2 get key=x
       client.returned c2 get key=x value=1 ok=true`,
  ],
  [
    'an answer got lost, and the put took effect late',
    `client.invoked c1 put key=x value=1
       client.returned c1 put key=x ok=false
       client.invoked c2 get key=x
       client.returned c2 get key=x ok=true
       client.invoked c2 get key=x
       client.returned c2 get key=x value=1 ok=true`,
  ],
  [
    'an answer got lost, and the put never took effect',
    `client.invoked c1 put key=x value=1
       client.invoked c1 get key=x
       client.returned c1 get key=x ok=true`,
  ],
  [
    'keys are independent',
    `client.invoked c1 put key=x value=1
       client.returned c1 put key=x ok=true
       client.invoked c2 get key=y
       client.returned c2 get key=y ok=true`,
  ],
  [
    'a test has a store of its own',
    `client.invoked c1 put key=x value=1
       client.returned c1 put key=x ok=true
       test.started t
       client.invoked c2 get key=x
       client.returned c2 get key=x ok=true`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  ['no client tells what it does', `n1@2 leader entry.applied 5`, 'what clients call and get back'],
  [
    'other operations',
    `client.invoked c1 swap key=x value=1
       client.returned c1 swap key=x ok=true`,
    'operations other than put, append and get are not judged',
  ],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
