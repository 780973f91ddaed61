import { expect, test } from 'vitest';
import { topicLogFormat } from '../../src/topic-log/topic-log-format.ts';
import { readLines } from '../read-lines.ts';

test.each([
  ['002552 TERM Server 0 becomes leader with term 4', 'S0 4'],
  ['002552 LEAD S0 converts to leader at T: 4', 'S0 4'],
  ['002552 LEAD S0 becomes leader at T4', 'S0 4'],
])('who leads, and in which term: %s', (line, expected) => {
  const { events } = readLines(topicLogFormat, ['002550 VOTE S1 -> S0 RequestVote', line]);
  expect(events.map(({ node, term }) => `${node} ${term}`)).toStrictEqual([expected]);
});
