import { decodeLine, encodeEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { record } from './trace-of.ts';

const names = ['2A', 'TestBackup2B', 'TestPersist22C', 'TestFigure8Unreliable2C', '2D'];
const recorded = names.map((name) => ({ name, ...record(name, 2) }));

test.each(recorded)('the events of $name are in the order of time', ({ events }) => {
  let before = 0;
  for (const { time } of events) {
    if (time < before) expect(time).toBeGreaterThanOrEqual(before);
    before = time;
  }
});

test.each(recorded)('the events of a server are numbered without a gap: $name', ({ events }) => {
  const last = new Map<string, number>();
  for (const { run, node, seq } of events) {
    if (node === undefined) continue;
    const server = `${run}/${node}`;
    const next = (last.get(server) ?? 0) + 1;
    if (seq !== next) expect(`${server} event ${seq}`).toBe(`${server} event ${next}`);
    last.set(server, next);
  }
});

test.each(recorded)('the lines of $name can be read back', ({ events }) => {
  for (const event of events) {
    const line = encodeEvent(event);
    const outcome = decodeLine(line);
    if (outcome.kind !== 'event') expect.fail(line);
    expect(encodeEvent(outcome.event)).toBe(line);
  }
});

test.each(recorded)('what is received in $name was sent, and no message twice', ({ events }) => {
  const sent = new Set<string>();
  const received = new Set<string>();
  for (const event of events) {
    if (!('id' in event) || event.id === undefined) continue;
    const message = `${event.run}/${event.id}`;
    if (event.event === 'message.sent') sent.add(message);
    if (event.event !== 'message.received') continue;
    if (!sent.has(message) || received.has(message)) expect.fail(`${message} comes from nowhere`);
    received.add(message);
  }
  expect(received.size).toBeGreaterThan(100);
});
