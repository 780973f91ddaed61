import { renderEvent, type TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { labNotesFormat } from '../../src/lab-notes/lab-notes-format.ts';
import { readLines } from '../read-lines.ts';
import { samples, trace } from '../samples.ts';

test('two leaders in a term', () => {
  const { outcomes, events } = readLines(labNotesFormat, trace('lab-notes/two-leaders.log'));
  expect(outcomes.map(({ kind }) => kind)).toStrictEqual(Array(7).fill('events'));
  expect(shown(events)).toMatchInlineSnapshot(`
    " 1 15:45:58.000 test "multiple elections" starts: Test (2A): multiple elections ...
     2 15:45:58.000 1 election timer expires
     2 15:45:58.000 1 follower ⇒ candidate (election-timeout)
     2 15:45:58.000 1 asks for votes
     3 15:45:58.000 3 election timer expires
     3 15:45:58.000 3 follower ⇒ candidate (election-timeout)
     3 15:45:58.000 3 asks for votes
     4 15:45:58.000 1 candidate ⇒ leader (won-election)
     5 15:45:58.000 3 candidate ⇒ leader (won-election)
     6 15:45:58.000 test "TestManyElections2A" fails
     7 15:45:58.000 test sees leaders-in-term (term 2, count 2): term 2 has 2 (>1) leaders"
  `);
});

test('no leader', async () => {
  const { outcomes, events } = readLines(labNotesFormat, trace('lab-notes/no-leader.log'));
  expect(outcomes.map(({ kind }) => kind)).toStrictEqual(Array(44).fill('events'));
  await expect(shown(events)).toMatchFileSnapshot('no-leader.golden.txt');
});

test('logs within notes: each test is a run, and other lines are counted', () => {
  const lines = samples['lab-notes']?.['logs within notes'] ?? [];
  const { outcomes, events } = readLines(labNotesFormat, lines);
  const reasons = outcomes.map((outcome) => (outcome.kind === 'events' ? '-' : outcome.why));
  expect(`${shown(events)}\n${reasons.join('\n')}`).toMatchInlineSnapshot(`
    " 5 15:45:58.000 test "multiple elections" starts: Test (2A): multiple elections ...
     6 15:45:58.000 node-a election timer expires
     6 15:45:58.000 node-a ? ⇒ candidate (election-timeout)
     6 15:45:58.000 node-a asks for votes
     7 15:45:58.000 node-a@12 candidate ⇒ leader (won-election)
     8 15:45:58.000 fault partition {node-a s7}
    10 15:45:59.200 node-a@13 ? ⇒ follower (higher-term)
    11 15:45:59.200 test "TestManyElections2A" fails
    12 15:45:59.200 test sees leaders-in-term (term 12, count 2): term 12 has 2 (>1) leaders
    17 15:45:59.200 [test 2] test "multiple elections" starts: Test (2A): multiple elections ...
    18 17:07:48.000 [test 2] 3 election timer expires
    18 17:07:48.000 [test 2] 3 asks for votes
    19 17:07:48.000 [test 2] fault partition {3 1}
    20 17:07:48.000 [test 2] fault cleared: partition {3 1}
    20 17:07:48.000 [test 2] fault partition {2}
    22 17:07:48.000 [test 2] test sees no-leader: expected one leader, got none
    other line
    blank
    other line
    blank
    -
    -
    -
    -
    other log line
    -
    -
    -
    blank
    other line
    other line
    blank
    -
    -
    -
    -
    no such date or time
    -
    blank"
  `);
});

test('servers renamed and terms shifted tell the same story', () => {
  const lines = trace('lab-notes/no-leader.log');
  const renamed = lines.map((line) =>
    line
      .replace(/^(\S+ \S+) (\d): /, '$1 s$2: ')
      .replace(/^DISCONNECTING .*/, (cut) => cut.replaceAll(/\d/g, 's$&'))
      .replace(/\(term: (\d)\)/, '(term: 4$1)'),
  );
  const story = shown(readLines(labNotesFormat, renamed).events);
  const original = story.replaceAll(/\bs(\d)/g, '$1').replaceAll(/@4(\d)/g, '@$1');
  expect(original).toBe(shown(readLines(labNotesFormat, lines).events));
});

/** One line an event: line of the log, time, run, and the event in short. */
function shown(events: readonly TraceEvent[]): string {
  return events
    .map((event) => {
      const time = new Date(event.time).toISOString().slice(11, 23);
      const run = event.run === undefined ? '' : ` [${event.run}]`;
      return `${String(event.at?.line).padStart(2)} ${time}${run} ${renderEvent(event)}`;
    })
    .join('\n');
}
