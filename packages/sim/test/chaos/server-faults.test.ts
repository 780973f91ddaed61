import { expect, test } from 'vitest';
import { eventsOf, journeys, type Watched, watch } from './watched.ts';

const strike = { at: 1_000, for: 500 };

/** Everything that one server told from a time to another. */
function toldBy(watched: Watched, node: string, fromMs: number, untilMs: number) {
  return watched.events.filter(
    (event) => event.node === node && event.time >= fromMs && event.time < untilMs,
  );
}

test('a crashed server restarts from what was durable', () => {
  const watched = watch([{ fault: 'crash', ...strike, nodes: ['n1', 'n2'], value: 2 }]);
  for (const node of ['n1', 'n2']) {
    const [durable] = eventsOf(watched, 'state.persisted', 0, 1_001)
      .filter((event) => event.node === node)
      .slice(-1);
    const [first, ...others] = toldBy(watched, node, 1_000, 1_500).filter(
      ({ event }) => event !== 'state.persisted',
    );
    expect([first?.event, others]).toEqual(['node.crashed', []]);
    const started = eventsOf(watched, 'node.started', 1_500).find((event) => event.node === node);
    expect(started).toMatchObject({ time: 1_500, inc: 1, term: durable?.currentTerm });
    expect(started?.lastLogIndex).toBe(durable?.lastLogIndex);
  }
});

test('a paused server tells nothing, then goes on in the same life', () => {
  const watched = watch([{ fault: 'pause', ...strike, nodes: ['n1'], value: 1 }]);
  expect(toldBy(watched, 'n1', 1_000, 1_500)).toEqual([]);
  const [first] = toldBy(watched, 'n1', 1_500, 3_000);
  expect(first).toMatchObject({ time: 1_500, inc: 0 });
  const late = journeys(watched, 1_050, 1_450).filter(({ link }) => link.endsWith('>n1'));
  expect(late.length).toBeGreaterThan(3);
  for (const { took } of late) expect(took[0]).toBeGreaterThan(45);
});

test('a slow server takes long for what it handles, one thing after the other', () => {
  const watched = watch([{ fault: 'slow-node', ...strike, nodes: ['n2'], value: 10 }]);
  const took = (node: string): number => {
    const times = journeys(watched, 1_000, 1_400)
      .filter(({ link }) => link.endsWith(`>${node}`))
      .flatMap((journey) => journey.took);
    return times.reduce((sum, time) => sum + time, 0) / times.length;
  };
  expect(took('n2')).toBeGreaterThan(took('n1') + 3);
  expect(took('n2')).toBeGreaterThan(took('n3') + 3);
});

test('timers fire late by up to so much', () => {
  const watched = watch([
    { fault: 'timer-jitter', ...strike, nodes: ['n1', 'n2', 'n3'], value: 20 },
  ]);
  const beats = (fromMs: number, untilMs: number): readonly number[] =>
    eventsOf(watched, 'timer.expired', fromMs, untilMs)
      .filter(({ timer }) => timer === 'heartbeat')
      .map(({ time }) => time);
  const pauses = (times: readonly number[]): readonly number[] =>
    times.slice(1).map((time, number) => time - (times[number] ?? 0));
  for (const pause of pauses(beats(600, 1_000))) expect(pause).toBeCloseTo(50, 1);
  const jittered = pauses(beats(1_000, 1_500));
  expect(Math.max(...jittered)).toBeGreaterThan(52);
  for (const pause of jittered) expect(pause).toBeLessThan(70.1);
});

test('a clock that jumps forward lets timers fire at once, and traces do not jump', () => {
  const calm = eventsOf(watch([]), 'election.started', 600);
  expect(calm).toEqual([]);
  for (const fault of ['clock-jump', 'clock-skew']) {
    const jump = { fault, at: 1_000, for: 100, nodes: ['n1', 'n2', 'n3'], value: 1_000 };
    const watched = watch([jump]);
    const [election] = eventsOf(watched, 'election.started', 600);
    expect(election?.time).toBe(1_000);
    expect(watched.events.every(({ time }) => time <= 3_000)).toBe(true);
    const clocks = watched.world.machines.map(({ clock }) => clock.shownMs - clock.sinceMs);
    expect(clocks).toEqual(fault === 'clock-jump' ? [1_000, 1_000, 1_000] : [0, 0, 0]);
  }
});

test('a clock that is set back makes timers late', () => {
  const back = { fault: 'clock-jump', at: 1_000, for: 10, nodes: ['n1', 'n2', 'n3'], value: -400 };
  const beats = eventsOf(watch([back]), 'timer.expired', 960, 2_000).map(({ time }) => time);
  const gaps = beats.slice(1).map((time, number) => time - (beats[number] ?? 0));
  expect(Math.max(...gaps)).toBeGreaterThan(300);
});

test('a fast clock shortens every timer', () => {
  const nodes = ['n1', 'n2', 'n3'];
  const watched = watch([{ fault: 'clock-drift', ...strike, nodes, value: 100 }]);
  const beats = (fromMs: number, untilMs: number): number =>
    eventsOf(watched, 'timer.expired', fromMs, untilMs).filter(({ timer }) => timer === 'heartbeat')
      .length;
  expect([beats(500, 1_000), beats(1_000, 1_500), beats(1_500, 2_000)]).toEqual([10, 20, 10]);
});

test('membership changes again and again while churn lasts', () => {
  const churn = { fault: 'membership-churn', at: 500, for: 1_500, value: 50 };
  const watched = watch([churn], { size: 5 });
  const proposed = eventsOf(watched, 'config.proposed');
  expect(proposed.length).toBeGreaterThan(8);
  expect(proposed.every(({ time }) => time >= 500 && time < 2_000)).toBe(true);
  expect(proposed.some(({ votersOutgoing }) => (votersOutgoing ?? []).length > 0)).toBe(true);
  expect(proposed.some(({ votersOutgoing }) => (votersOutgoing ?? []).length === 0)).toBe(true);
  expect(Math.min(...proposed.map(({ voters }) => voters.length))).toBe(1);
});

test('a fault that strikes the leader finds it', () => {
  const watched = watch([{ fault: 'crash', ...strike, nodes: ['leader'], value: 1 }]);
  const leader = eventsOf(watched, 'role.changed', 0, 1_000).findLast(({ to }) => to === 'leader');
  expect(eventsOf(watched, 'fault.injected')[0]?.nodes).toEqual([leader?.node]);
  expect(eventsOf(watched, 'node.crashed')[0]?.node).toBe(leader?.node);
});
