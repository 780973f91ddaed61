import { expect, test } from 'vitest';
import { readTesterMessage } from '../../src/mit-tester/tester-message.ts';

test.each<[string, object]>([
  ['term 2 has 2 (>1) leaders', { fact: 'leaders-in-term', ofTerm: 2, count: 2 }],
  ['expected one leader, got none', { fact: 'no-leader' }],
  ['expected no leader, but 3 claims to be leader', { fact: 'unexpected-leader', nodes: ['3'] }],
  [
    'expected no leader among connected servers, but s3 claims to be leader',
    { fact: 'unexpected-leader', nodes: ['s3'] },
  ],
  ['leader = 3', { fact: 'unexpected-leader', nodes: ['3'] }],
  ['servers disagree on term', { fact: 'terms-disagree' }],
  ['committed values do not match: index 3, 101, 102\n', { fact: 'values-disagree', index: 3 }],
  ['committed values at index 3 do not match (101 != 102)', { fact: 'values-disagree', index: 3 }],
  [
    'apply error: commit index=3 server=0 a != server=9 b != server=1 102',
    { fact: 'values-disagree', index: 3, nodes: ['0', '1'] },
  ],
  [
    'commit index=3 server=0 101 != server=1 102',
    { fact: 'values-disagree', index: 3, nodes: ['0', '1'] },
  ],
  [
    'apply error: server 1 apply out of order 7',
    { fact: 'applied-out-of-order', index: 7, nodes: ['1'] },
  ],
  [
    'apply error: server 1 apply out of order, expected index 5, got 7',
    { fact: 'applied-out-of-order', index: 7, nodes: ['1'] },
  ],
  ['server 1 apply out of order', { fact: 'applied-out-of-order', nodes: ['1'] }],
  ['one(101) failed to reach agreement', { fact: 'no-agreement' }],
  ['one({a (b) c}) failed to reach agreement', { fact: 'no-agreement' }],
  ['failed to reach agreement', { fact: 'no-agreement' }],
  ['only 1 decided for index 5; wanted 3', { fact: 'no-agreement', index: 5, count: 1 }],
  ['committed values do not match: index 3', { fact: 'other' }],
  ['2 committed but no majority', { fact: 'committed-without-majority', count: 2 }],
  ['term changed too often', { fact: 'term-changed' }],
  ['Log size too large', { fact: 'log-too-large' }],
  ['snapshot decode error', { fact: 'other' }],
  ['test took longer than 120 seconds', { fact: 'too-long' }],
  ['term 99999999999999999999 has 2 (>1) leaders', { fact: 'other' }],
])('%s', (message, fields) => {
  expect(readTesterMessage(message)).toStrictEqual({ ...fields, message });
});
