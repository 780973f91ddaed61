import { renderEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { readServerLine } from '../../src/lab-notes/server-line.ts';

test.each<[string, readonly string[] | string | undefined]>([
  [
    '1: Election timer expired; becoming a candidate; old status: follower',
    ['1 election timer expires', '1 follower ⇒ candidate (election-timeout)', '1 asks for votes'],
  ],
  [
    '1: Election timer expired; becoming a candidate; old status: follower (term: 4)',
    [
      '1 election timer expires',
      '1@4 follower ⇒ candidate (election-timeout)',
      '1@4 asks for votes',
    ],
  ],
  ['1: Election timer expired', ['1 election timer expires']],
  [
    '1: Election timer expired; becoming a candidate; old status: fol',
    ['1 election timer expires', '1 ? ⇒ candidate (election-timeout)', '1 asks for votes'],
  ],
  ['0: Election timed out; staying a candidate', ['0 election timer expires', '0 asks for votes']],
  ["1: Election succeeded; I'm a leader now", ['1 candidate ⇒ leader (won-election)']],
  [
    "s7: Election succeeded; I'm a leader now (term: 3)",
    ['s7@3 candidate ⇒ leader (won-election)'],
  ],
  [
    "10.0.0.1:80: Election succeeded; I'm a leader now (term: 3)",
    ['10.0.0.1:80@3 candidate ⇒ leader (won-election)'],
  ],
  ["1: Election succeeded; I'm a leader now (term: 1", 'term cut short'],
  ["1: I'm a leader now (term: 99999999999999999999)", 'term is not an exact number'],
  ["1: Election succeeded, but I'm no longer a candidate", undefined],
  ["1: I'm not a leader", undefined],
  ['1: heard from 3, which became leader', undefined],
  ["node-a: I'm a follower now", ['node-a ? ⇒ follower']],
  ['2: Found a higher term; stepping down (term: 5)', ['2@5 ? ⇒ follower (higher-term)']],
  ["2: Didn't hear from a majority; stepping down", ['2 ? ⇒ follower (quorum-lost)']],
  ['2: converting to follower; old status: candidate', ['2 candidate ⇒ follower']],
  ["2: I'm no longer the leader", ['2 leader ⇒ follower']],
  ['2: not stepping down', undefined],
  ['2: server 3 is stepping down', undefined],
  ['2: AppendEntries from 3', undefined],
  ['leader elected: 3', undefined],
  ['no colon at all', undefined],
])('%s', (text, expected) => {
  const line = readServerLine(text);
  const seen = line?.kind === 'events' ? line.events.map(render) : line?.why;
  expect(seen).toStrictEqual(expected);
});

function render(event: object): string {
  return renderEvent({ ...event, time: 0 } as Parameters<typeof renderEvent>[0]);
}
