import { expect, test } from 'vitest';
import { hashicorpTextFormat } from '../../src/hashicorp/hashicorp-text-format.ts';
import { detectFormat } from '../../src/index.ts';
import { readLines } from '../read-lines.ts';

const leader = 'storage.raft: entering leader state: leader="Node at a:1 [Leader]"';

function leaders(lines: readonly string[]): readonly string[] {
  return readLines(hashicorpTextFormat, lines).events.flatMap((event) =>
    event.event === 'role.changed' && event.to === 'leader' ? [`${event.node} ${event.term}`] : [],
  );
}

test('lines without a time are known, and tell as much', () => {
  const lines = [
    '[INFO]  core: vault is unsealed',
    '[INFO]  storage.raft: entering candidate state: node="Node at a:1 [Candidate]" term=5',
    '[INFO]  storage.raft: election won: tally=1',
    `[INFO]  ${leader}`,
  ];
  expect(detectFormat(lines)?.id).toBe('hashicorp-text');
  expect(leaders(lines)).toStrictEqual(['a:1 5']);
});

test('who wins names the term of the leader, where the excerpt begins behind its candidacy', () => {
  const stamp = '2026-02-03T04:05:06.789Z [INFO] ';
  expect(
    leaders([`${stamp}storage.raft: election won: term=6 tally=2`, `${stamp}${leader}`]),
  ).toStrictEqual(['a:1 6']);
  expect(
    leaders([`${stamp}storage.raft: election won: tally=2`, `${stamp}${leader}`]),
  ).toStrictEqual(['a:1 undefined']);
});
