import { Buffer, isAscii } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOfOtherComponent } from '../../src/etcd/capnslog-bytes.ts';
import { etcdTextFormat } from '../../src/etcd/etcd-text-format.ts';
import { mutatedLine } from '../mutated-line.ts';

const lines = [
  '2020-01-20 22:15:10.486344 I | etcdserver: published raft to cluster',
  '2020-01-20 22:15:10.486344 W | rafthttp: lost the TCP streaming connection',
  '2020-01-20 22:15:10.4 E | etcdserver/api/v3rpc: raft',
  '2020-01-20 22:15:10.486344 I | raft: 8e9e05c52164694d became leader at term 7',
  '2020-01-20 22:15:10.486344 I | embed: ',
  '2020-01-20 22:15:10.486344 I | embed: \u001b[0m',
  `2020-01-20 22:15:10.486344 I | ${'a'.repeat(61)}: raft`,
];

test('what bytes tell to be of another component has no other meaning as text', () => {
  let told = 0;
  fc.assert(
    fc.property(mutatedLine(lines), (text) => {
      const bytes = Buffer.from(`before\n${text}\nafter`);
      if (!isAscii(bytes) || !isOfOtherComponent(bytes, 7, 7 + text.length)) return;
      told += 1;
      const outcome = etcdTextFormat.open('n1.log').read(text, 1);
      expect(outcome).toEqual({ kind: 'ignored', why: 'not of Raft' });
    }),
    { numRuns: 5000 },
  );
  expect(told).toBeGreaterThan(500);
});

test.each(lines)('%s', (text) => {
  const isOther = /^\S+ \S+ [A-Z] \| (?!raft:)[\w/.-]{1,60}: [!-~]/.test(text);
  expect(isOfOtherComponent(Buffer.from(`${text}\n`), 0, text.length)).toBe(isOther);
});
