import { renderEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { mitTesterFormat } from '../../src/mit-tester/mit-tester-format.ts';
import { readLines } from '../read-lines.ts';
import { samples } from '../samples.ts';

test.each(Object.entries(samples['mit-tester'] ?? {}))('%s', (_, lines) => {
  const { outcomes, events } = readLines(mitTesterFormat, lines);
  const stories = events.map(
    (event) => `${event.at?.line} ${event.time} ${event.run ?? '-'} ${renderEvent(event)}`,
  );
  const reasons = outcomes.map((outcome) => (outcome.kind === 'events' ? '-' : outcome.why));
  expect([...stories, ...reasons].join('\n')).toMatchSnapshot();
});

test('what stands before the first time stamp waits for it, and goes out in order', () => {
  const reader = mitTesterFormat.open('a.log');
  expect(reader.read('Test (2A): initial election ...', 1)).toStrictEqual({
    kind: 'events',
    events: [],
  });
  expect(reader.read('2021/08/04 15:45:58 words', 2)).toStrictEqual({
    kind: 'ignored',
    why: 'other log line',
  });
  const outcome = reader.read('  ... Passed', 3);
  const times = outcome.kind === 'events' ? outcome.events.map(({ time }) => time) : [];
  expect(times).toStrictEqual([1_628_091_958_000, 1_628_091_958_000]);
  expect(reader.end()).toStrictEqual([]);
});

test('holds back a bounded number of events, and dates the rest 0', () => {
  const reader = mitTesterFormat.open('a.log');
  const counts = Array.from({ length: 250 }, (_, index) => {
    const outcome = reader.read(`DISCONNECTING  ${index}`, index + 1);
    return outcome.kind === 'events' ? outcome.events.length : 0;
  });
  expect(Math.max(...counts)).toBeLessThanOrEqual(102);
  const given = counts.reduce((sum, count) => sum + count, 0);
  expect(given + reader.end().length).toBe(499);
});
