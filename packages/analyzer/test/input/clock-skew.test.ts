import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { causeOf, nameOfCause } from '../../src/input/causality.ts';
import { createClockSkew } from '../../src/input/clock-skew.ts';
import { clocksText } from '../../src/render/clocks-text.ts';

let messages = 0;

/** A message that takes so long, by clocks that are so much ahead. */
function message(
  from: readonly [node: string, aheadMs: number],
  to: readonly [node: string, aheadMs: number],
  tookMs: number,
): readonly TraceEvent[] {
  messages += 1;
  const head = { id: `m${messages}`, kind: 'Other', from: from[0], to: to[0] } as const;
  const time = messages * 100;
  return [
    { ...head, event: 'message.sent', time: time + from[1], node: from[0] },
    { ...head, event: 'message.received', time: time + tookMs + to[1], node: to[0] },
  ];
}

function learn(events: readonly TraceEvent[]) {
  const skew = createClockSkew();
  for (const event of events) skew.take(event, nameOfCause(event), causeOf(event));
  return skew.offsets();
}

const [n1, n2, n3] = [
  ['n1', 0],
  ['n2', 350],
  ['n3', -20],
] as const;

test('who says after its requests that it stands has no clock of its own for that', () => {
  const votes = (standsAt: number): readonly TraceEvent[] => [
    { event: 'role.changed', time: standsAt, node: 'n1', term: 2, to: 'candidate' },
    { event: 'vote.granted', time: 1000, node: 'n2', term: 2, candidate: 'n1' },
  ];
  expect(clocksText(learn(votes(1007)))).toBe('');
  expect(clocksText(learn(votes(1507)))).toContain('behind that of n1');
});

test('messages both ways bound a clock on both sides, by the quickest of each', () => {
  const events = [...message(n1, n2, 5), ...message(n2, n1, 3), ...message(n1, n2, 1)];
  expect(learn(events)).toEqual([
    { node: 'n2', reference: 'n1', offsetMs: 349, atLeastMs: 347, atMostMs: 351, steady: true },
  ]);
});

test('one way bounds it on one side', () => {
  expect(learn(message(n1, n2, 5))).toEqual([
    {
      node: 'n2',
      reference: 'n1',
      offsetMs: 355,
      atLeastMs: Number.NEGATIVE_INFINITY,
      atMostMs: 355,
      steady: true,
    },
  ]);
});

test('servers that do not speak to the first one are compared by way of others', () => {
  const events = [
    ...message(n1, n2, 1),
    ...message(n2, n1, 1),
    ...message(n2, n3, 1),
    ...message(n3, n2, 1),
  ];
  expect(learn(events).at(-1)).toEqual({
    node: 'n3',
    reference: 'n1',
    offsetMs: -20,
    atLeastMs: -22,
    atMostMs: -18,
    steady: true,
  });
});

test('without ids elections and votes are causes', () => {
  const campaign: TraceEvent = {
    event: 'role.changed',
    time: 100,
    node: 'n1',
    term: 2,
    to: 'candidate',
  };
  const vote: TraceEvent = {
    event: 'vote.granted',
    time: 462,
    node: 'n2',
    term: 2,
    candidate: 'n1',
  };
  const counted: TraceEvent = {
    event: 'vote.received',
    time: 120,
    node: 'n1',
    term: 2,
    from: 'n2',
    granted: true,
  };
  const [offset] = learn([campaign, vote, counted]);
  expect(offset).toMatchObject({ node: 'n2', atLeastMs: 342, atMostMs: 462 });
});

test('in words', () => {
  const both = (from: typeof n1, to: readonly [string, number], ms: number) => [
    ...message(from, to, ms),
    ...message([to[0], to[1]], from as never, ms),
  ];
  const moved = [...message(n1, ['n4', 900], 1), ...message(['n4', 1200], n1, 1)];
  const text = clocksText(
    learn([...both(n1, n2, 1), ...both(n1, n3, 4), ...both(n1, ['n5', 1], 4), ...moved]),
  );
  expect(text).toMatchInlineSnapshot(`
    "The clock of n2 is ahead of that of n1: 349 ms to 351 ms.
    The clock of n3 is behind that of n1: 16 ms to 24 ms.
    The clocks of n4 and n1 do not run alike: one was moved, or drifts.
    "
  `);
});
