import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { natsFormat } from '../../src/nats/nats-format.ts';
import { readLines } from '../read-lines.ts';

/** What the lines of server `aaaaaaaa` tell, each in the words that follow the group. */
function told(...words: readonly string[]): readonly TraceEvent[] {
  const lines = words.map((each, index) => {
    return `[7] 2026/10/05 16:00:${10 + index}.700000 [DBG] RAFT [aaaaaaaa - _meta_] ${each}`;
  });
  return readLines(natsFormat, lines).events;
}

const asks = (term: number): string =>
  `Sending out voteRequest {term:${term} lastTerm:1 lastIndex:9 candidate:aaaaaaaa reply:}`;
const asked = (term: number): string =>
  `Received a voteRequest &{term:${term} lastTerm:1 lastIndex:9 candidate:bbbbbbbb reply:$NRG.R.x}`;
const grants = 'Sending a voteResponse &{term:1 peer:aaaaaaaa granted:true} -> "$NRG.R.x"';

test('a leader has the term that it asked for votes in', () => {
  const events = told('Switching to candidate', asks(2), 'Switching to leader');
  expect(events.at(-1)).toMatchObject({ event: 'role.changed', to: 'leader', term: 2 });
});

test.each([
  ['a later candidacy', 'Switching to candidate'],
  ['an office that ended', 'Switching to follower'],
  ['a higher term asked for', asked(3)],
  ['a higher term of a voter', 'Received a voteResponse &{term:3 peer:bbbbbbbb granted:true}'],
])('the term of a leader is not that before %s', (_, between) => {
  const last = told('Switching to candidate', asks(2), between, 'Switching to leader').at(-1);
  expect(last).toMatchObject({ event: 'role.changed', to: 'leader' });
  expect(last).not.toHaveProperty('term');
});

test('an answer is to no request from before a candidacy of its own', () => {
  const votes = (...words: readonly string[]): number =>
    told(...words).filter(({ event }) => event === 'vote.granted').length;
  expect(votes(asked(2), grants)).toBe(1);
  expect(votes(asked(2), 'Switching to candidate', asks(3), grants)).toBe(0);
});
