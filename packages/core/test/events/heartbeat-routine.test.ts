import { type Observer, tick } from '@raftlens/core';
import { attend, createAttention, type TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { agree, follower, hear, leader } from '../paper/one-server.ts';

const words = ({ event, ...rest }: TraceEvent): string =>
  'kind' in rest ? `${event} ${rest.kind}` : event;

/** Notes what is told to one who needs what is fresh of heartbeats, and nothing else. */
function listener(): { readonly observer: Observer; told(): readonly string[] } {
  const attention = createAttention();
  for (const event of ['message.sent', 'message.received', 'append.accepted'] as const)
    attend(attention, event, 'fresh', 1);
  const events: string[] = [];
  const observer = Object.assign((event: TraceEvent) => void events.push(words(event)), {
    attention,
  });
  return { observer, told: () => events.splice(0) };
}

const exchange = [
  'message.received AppendEntries',
  'append.accepted',
  'message.sent AppendEntriesResponse',
];
const heartbeat = 'AppendEntries n2 n1 term=2 prevLogIndex=1 prevLogTerm=1';

test('a follower tells of a heartbeat once, and again when it says something else', () => {
  const { observer, told } = listener();
  const server = follower('term=2 vote=n2 log=1', { observer });
  hear(server, heartbeat);
  expect(told()).toEqual(expect.arrayContaining(exchange));
  hear(server, heartbeat);
  hear(server, heartbeat);
  expect(told()).toEqual([]);
  hear(server, `${heartbeat} leaderCommit=1`);
  expect(told()).toEqual(expect.arrayContaining(exchange));
  // What was said before that is no repetition any more.
  hear(server, heartbeat);
  expect(told()).toEqual(exchange);
});

test('a follower tells of a heartbeat after it told of anything else', () => {
  const { observer, told } = listener();
  const server = follower('term=2 vote=n2 log=1', { observer });
  for (let time = 0; time < 2; time += 1) hear(server, heartbeat);
  told();
  hear(server, 'RequestVote n3 n1 term=2 lastLogIndex=9 lastLogTerm=2');
  told();
  hear(server, heartbeat);
  expect(told()).toEqual(exchange);
});

test('what is held back is told first when a step ends otherwise', () => {
  const { observer, told } = listener();
  const server = follower('term=2 vote=n2 log=1', { observer });
  for (let time = 0; time < 2; time += 1) hear(server, heartbeat);
  told();
  // As a broken core would: it forgets what it held, and rejects what it accepted before.
  server.log.entries.length = 0;
  hear(server, heartbeat);
  expect(told()).toEqual(['message.received AppendEntries', 'message.sent AppendEntriesResponse']);
});

test('a candidate tells of its request for votes once, and again in the next term', () => {
  const { observer, told } = listener();
  const server = follower('term=2', { observer, voters: ['n1', 'n2', 'n3', 'n4', 'n5'] });
  for (let term = 3; term < 5; term += 1) {
    told();
    tick(server, server.electionDeadline);
    const sent = told().filter((words) => words.startsWith('message.sent'));
    expect(sent).toEqual(['message.sent RequestVote']);
    expect(server.outbox.length).toBe(4 * (term - 2));
  }
});

test('a leader tells each peer and its answer once, as long as they agree on the same', () => {
  const { observer, told } = listener();
  const server = leader('term=1 log=1', { observer });
  told();
  const beat = (): void => {
    tick(server, server.heartbeatDeadline);
    agree(server, 'n2', 1);
  };
  beat();
  expect(told()).toEqual(['message.received AppendEntriesResponse']);
  beat();
  beat();
  expect(told()).toEqual([]);
  agree(server, 'n2', 0);
  expect(told()).toEqual(['message.received AppendEntriesResponse']);
});
