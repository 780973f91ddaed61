import { expect, test } from 'vitest';
import { rpcBudget } from '../../src/rules/rpc-budget.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(rpcBudget, text);

const start = 'trace.started nodes=n1,n2,n3 config.heartbeatIntervalMs=50\n';

/** So many AppendEntries, one each so many ms; heartbeats unless there are `entries`. */
function beats(count: number, pauseMs: number, entries: string = ''): string {
  const line = `+${pauseMs} n1@2 leader message.sent AppendEntries n1→n2 entries=${entries}\n`;
  return line.repeat(count);
}

test('suspicious: several times as many', () => {
  expect(verdict(start + beats(140, 4))).toMatchInlineSnapshot(`
    "suspicious (warning) term 2, n1: n1, leader, sent 126 heartbeats within 500 ms, where 20 are due at one every 50 ms
      2: n1@2 → n2 AppendEntries heartbeat
      127: n1@2 → n2 AppendEntries heartbeat"
  `);
});

test.each([
  ['one an interval to each', start + beats(30, 25)],
  ['entries are no heartbeats', start + beats(140, 4, '2#aa') + beats(30, 25)],
  [
    'reads ask for them',
    `${start}${beats(70, 4)}n1@2 leader read.started read-index\n${beats(70, 4)}`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test('unknown: no interval is declared', () => {
  expect(verdict(`trace.started nodes=n1,n2,n3\n${beats(140, 4)}`)).toBe(
    'unknown: heartbeats, and the declared interval',
  );
});
