import { expect, test } from 'vitest';
import { ownAddressIn } from '../../src/hashicorp/own-address.ts';

const long = 'a'.repeat(201);

test.each([
  ['Node at 10.0.0.1:8300 [Leader]', '10.0.0.1:8300'],
  ['the Node at 10.0.0.1:8300 [Leader]', '10.0.0.1:8300'],
  ['Node at Node at n1 [Leader]', 'n1'],
  ['Node at zürich:8300 [Leader]', 'zürich:8300'],
  [`Node at ${long} [Leader]`, undefined],
  ['Node at 10.0.0.1:8300', undefined],
  ['Node at  [Leader]', undefined],
  ['', undefined],
])('the address in %j', (text, address) => {
  expect(ownAddressIn(text)).toBe(address);
});
