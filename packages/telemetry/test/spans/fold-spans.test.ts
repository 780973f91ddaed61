import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { createSpanFold, type SpanRecord } from '../../src/index.ts';
import { depth, renderSpans } from './render-spans.ts';
import { baseMs, scriptedTrace } from './scripted-trace.ts';

function fold(events: readonly TraceEvent[], salt?: string): readonly SpanRecord[] {
  const records: SpanRecord[] = [];
  const spans = createSpanFold({ sink: (record) => records.push(record), salt });
  for (const event of events) spans.observe(event);
  spans.finish();
  return records;
}

test('a test with two elections, an overwritten entry, a lost message and a crash', () => {
  const records = fold(scriptedTrace());
  expect(renderSpans(records)).toMatchInlineSnapshot(`
    "raftlens test TestBasic2B 0..600 ERROR no agreement run.id=TestBasic2B run.seed=42 run.clock=virtual test.case.name=TestBasic2B run.nodes=n1,n2,n3 test.case.result.status=fail
      · 320 fault.injected
      · 450 fault.cleared
      · 600 test.failed
      n1 term 0 0..100 term=0 role=follower
        · 0 node.started
        · 100 timer.expired
      n2 term 0 0..203 term=0 role=follower
        · 0 node.started
      n3 term 0 0..302 term=0 role=follower
        · 0 node.started
      n1 term 1 100..200 term=1 role=candidate
        · 100 term.changed
        · 100 role.changed
        n1 election 100..200 term=1 voters=n1,n2,n3 outcome=timed out
          · 200 timer.expired
          n1 RequestVote 100..101 ERROR dropped id=n1.1 kind=RequestVote from=n1 to=n2 cause=loss
      n1 term 2 200..500 term=2 role=leader
        · 200 term.changed
        · 200 role.changed
        n1 election 200..206 term=2 voters=n1,n2,n3 outcome=won
          · 206 vote.received
          n1 RequestVote 200..203 id=n1.2 kind=RequestVote from=n1 to=n2
        n1 leadership 206..500 term=2 outcome=term ended
          · 206 role.changed
          · 300 log.appended
          · 306 commit.advanced
          n1 AppendEntries 300..302 id=n1.3 kind=AppendEntries from=n1 to=n3 entries=1
            · 301 message.duplicated
          n1 commit 300..307.125 index=1 entry_term=2 hash=a1
            · 306 commit.advanced
            · 307.125 entry.applied
          n1 commit 330..500 ERROR overwritten index=2 entry_term=2 hash=b2
      n2 term 2 203..400 term=2 role=follower
        · 203 term.changed
        · 203 vote.granted
        n2 RequestVoteResponse 203..206 id=n2.1 kind=RequestVoteResponse from=n2 to=n1
      n3 term 2 302..550 term=2 role=follower
        · 303 message.received
        · 308 entry.applied
        · 550 node.crashed
      n2 term 3 400..600 term=3 role=leader
        · 400 term.changed
        · 400 role.changed
        n2 election 400..410 term=3 outcome=won
        n2 leadership 410..600 term=3 outcome=open at the end
          · 410 role.changed
          n2 AppendEntries 420..600 id=n2.2 kind=AppendEntries from=n2 to=n1
      n1 term 3 500..600 term=3 role=follower
        · 500 term.changed
        · 500 role.changed
        · 500 log.truncated"
  `);
  expect(depth(records)).toBe(4);
});

test('the same trace gives the same spans; another seed or salt gives other ids', () => {
  const first = fold(scriptedTrace());
  expect(JSON.stringify(fold(scriptedTrace()))).toBe(JSON.stringify(first));
  const others = [fold(scriptedTrace('43')), fold(scriptedTrace(), 'with a bug')];
  const traceIds = [first, ...others].map(([record]) => record?.traceId);
  expect(new Set(traceIds).size).toBe(3);
  expect([first[0]?.traceId, first[0]?.spanId]).toMatchInlineSnapshot(`
    [
      "2d8ce60d89800c0ef4c0b779810dcbb1",
      "3dca676c0d6ee800",
    ]
  `);
});

test('children are handed over as they end, the root last', () => {
  const records = fold(scriptedTrace());
  expect(records.at(-1)?.parentSpanId).toBeUndefined();
  expect(new Set(records.map((record) => record.spanId)).size).toBe(records.length);
  for (const record of records) {
    expect(record.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(record.spanId).toMatch(/^[0-9a-f]{16}$/);
  }
});

test.each([120, 121, 128, 500])('%d events of one term are all kept, 120 a span', (count) => {
  const heartbeat = (at: number): TraceEvent => ({
    ...{ time: baseMs + at, node: 'n1', term: 1, role: 'follower' },
    ...{ event: 'timer.started', timer: 'election' },
  });
  const records = fold(Array.from({ length: count }, (_, at) => heartbeat(at)));
  const terms = records.filter((record) => record.name === 'term 1');
  const times = terms.flatMap((term) => term.events.map((event) => event.time[1] / 1e6));
  expect(times).toEqual(Array.from({ length: count }, (_, at) => at));
  expect(terms).toHaveLength(Math.ceil(count / 120));
  expect(new Set(terms.map((term) => term.parentSpanId)).size).toBe(1);
});

test('what the harness says is kept too, the root open to the end', () => {
  const events = Array.from(
    { length: 300 },
    (_, at): TraceEvent => ({ time: baseMs + at, event: 'client.invoked', client: 'c', op: 'get' }),
  );
  const records = fold(events);
  expect(records.map(({ name, events }) => [name, events.length])).toEqual([
    ['harness', 120],
    ['harness', 60],
    ['run', 120],
  ]);
  expect(records.at(-1)?.end).toEqual([1_600_000_000, 299_000_000]);
});

test('a pre-vote is won by the election that follows, and lost without', () => {
  const by = { time: baseMs, node: 'n1', term: 1, role: 'pre-candidate' } as const;
  const next = { ...by, term: 2, role: 'candidate' } as const;
  const records = fold([
    { ...by, event: 'election.started', preVote: true },
    { ...by, event: 'election.started', preVote: true },
    { ...by, term: 2, event: 'term.changed', to: 2, cause: 'election' },
    { ...next, event: 'election.started', preVote: false },
    { ...next, role: 'follower', event: 'leader.recognized', leader: 'n2' },
  ]);
  const outcomes = records.map(({ name, attributes }) => [name, attributes['raft.outcome']]);
  expect(outcomes.filter(([, outcome]) => outcome !== undefined)).toEqual([
    ['pre-vote', 'timed out'],
    ['pre-vote', 'won'],
    ['election', 'lost'],
  ]);
});

test('runs that are mixed in one file are traces of their own', () => {
  const records = fold(
    [0, 1, 2, 3].map((at) => ({
      ...{ time: baseMs + at, run: at % 2 === 0 ? 'a' : 'b', node: 'n1', term: 1 },
      ...{ event: 'timer.expired', timer: 'election' },
    })),
  );
  expect(new Set(records.map((record) => record.traceId)).size).toBe(2);
  expect(records.map(({ name, events }) => [name, events.length])).toEqual([
    ['term 1', 2],
    ['run', 0],
    ['term 1', 2],
    ['run', 0],
  ]);
});

test('times that run backwards end no span before its start, and none starts at 0', () => {
  const at = (time: number, term: number): TraceEvent => ({
    ...{ time, node: 'n1', term, event: 'timer.expired', timer: 'election' },
  });
  const records = fold([at(5, 1), at(0, 2), at(2, 3)]);
  const times = records.map(({ name, start, end }) => [name, start, end]);
  expect(times).toEqual([
    ['term 1', [0, 5_000_000], [0, 5_000_000]],
    ['term 2', [0, 1000], [0, 2_000_000]],
    ['term 3', [0, 2_000_000], [0, 5_000_000]],
    ['run', [0, 5_000_000], [0, 5_000_000]],
  ]);
});

test('messages and proposals of which nothing more is heard do not pile up', () => {
  const leader = { node: 'n1', term: 1, role: 'leader' } as const;
  const events = Array.from({ length: 10_001 }, (_, at): TraceEvent[] => {
    const by = { ...leader, time: baseMs + at };
    const kind = 'AppendEntries';
    return [
      { ...by, event: 'message.sent', id: `m${at}`, kind, from: 'n1', to: 'n2' },
      { ...by, event: 'entry.proposed', index: at + 1 },
    ];
  });
  const records = fold(events.flat());
  const errors = records.filter((record) => record.status.code === 'error');
  expect(errors.map(({ name, attributes, status }) => [name, attributes, status])).toEqual([
    [
      'AppendEntries',
      { 'raft.id': 'm0', 'raft.kind': 'AppendEntries', 'raft.from': 'n1', 'raft.to': 'n2' },
      { code: 'error', message: 'too many messages to follow' },
    ],
    ['commit', { 'raft.index': 1 }, { code: 'error', message: 'too many proposals to follow' }],
  ]);
  expect(records).toHaveLength(20_005);
});
