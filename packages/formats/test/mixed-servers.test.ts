import { expect, test } from 'vitest';
import { formats } from '../src/index.ts';
import { readLines } from './read-lines.ts';

const at = '2026-01-05T10:00:0';
const mixed = 'of several servers, and not said of which';

/** A leader of each line that tells of one, and how many lines are of nobody. */
function told(id: string, lines: readonly string[]): readonly unknown[] {
  const format = formats.find((each) => each.id === id) ?? expect.unreachable();
  const { events, outcomes } = readLines(format, lines);
  const leaders = events.flatMap((event) =>
    event.event === 'role.changed' && event.to === 'leader' ? `${event.node} ${event.term}` : [],
  );
  const lost = outcomes.filter((outcome) => outcome.kind === 'ignored' && outcome.why === mixed);
  return [leaders, lost.length];
}

const role = (second: number, node: string, words: string): string =>
  `${at}${second}.000Z [INFO]  raft: entering ${words} state: node="Node at ${node} [x]"`;

test('hashicorp/raft, text: a line that names its server is of that one', () => {
  const lines = [
    role(0, 'a:1', 'follower'),
    role(0, 'b:1', 'follower'),
    `${role(1, 'a:1', 'candidate')} term=2`,
    `${role(2, 'b:1', 'candidate')} term=3`,
    `${at}3.000Z [DEBUG] raft: vote granted: from=c term=2 tally=2`,
    role(3, 'a:1', 'leader'),
    role(4, 'b:1', 'leader'),
  ];
  expect(told('hashicorp-text', lines)).toStrictEqual([['a:1 2', 'b:1 3'], 1]);
});

test('hashicorp/raft, text: one log after another', () => {
  const of = (node: string, term: number): readonly string[] => [
    role(0, node, 'follower'),
    `${role(1, node, 'candidate')} term=${term}`,
    `${at}3.000Z [DEBUG] raft: vote granted: from=c term=${term} tally=2`,
    role(3, node, 'leader'),
  ];
  const lines = [...of('a:1', 2), ...of('b:1', 3)];
  expect(told('hashicorp-text', lines)).toStrictEqual([['a:1 2', 'b:1 3'], 0]);
});

test('hashicorp/raft, JSON: a term that goes back is of another server', () => {
  const entry = { '@level': 'info', '@module': 'raft', '@timestamp': `${at}0.000000Z` };
  const stands = (term: number): string =>
    JSON.stringify({ ...entry, '@message': 'entering candidate state', term });
  const leads = JSON.stringify({ ...entry, '@message': 'entering leader state' });
  expect(told('hashicorp-json', [stands(3), leads, stands(2), leads])).toStrictEqual([['a 3'], 2]);
  const again = JSON.stringify({ ...entry, '@message': 'initial configuration', servers: '[]' });
  expect(told('hashicorp-json', [stands(3), leads, again, stands(2), leads])).toStrictEqual([
    ['a 3', 'a 2'],
    0,
  ]);
});

test('ovsdb: numbers of lines that go back are of several processes', () => {
  const line = (number: number, words: string): string =>
    `${at}0.000Z|${String(number).padStart(5, '0')}|raft|INFO|${words}`;
  const lines = [
    line(1, 'begins'),
    line(2, 'local server ID is 00a1'),
    line(3, 'term 2: elected leader by 1+ of 1 servers'),
    line(1, 'begins'),
    line(2, 'local server ID is 00a2'),
    line(900, 'index 4 committed to 2 servers, applying'),
    line(3, 'term 2: elected leader by 2+ of 2 servers'),
  ];
  expect(told('ovsdb', lines)).toStrictEqual([['00a1 2'], 2]);
});

test('RabbitMQ: a server does not become another one', () => {
  const line = (second: number, words: string): string =>
    `2026-01-05 10:00:0${second}.000000+00:00 [notice] <0.6.0> ${words}`;
  const leads = (second: number, term: number): string =>
    line(second, `queue 'q' in vhost '/': candidate -> leader in term: ${term} machine version: 2`);
  const named = (second: number, node: string): string =>
    line(second, ` node           : rabbit@${node}`);
  const mixedLines = [named(0, 'a'), leads(1, 2), named(2, 'b'), leads(3, 1)];
  expect(told('rabbitmq', mixedLines)).toStrictEqual([['rabbit@a 2'], 1]);
  const oneByOne = [named(4, 'a'), leads(5, 2), named(1, 'b'), leads(2, 1)];
  expect(told('rabbitmq', oneByOne)).toStrictEqual([['rabbit@a 2', 'rabbit@b 1'], 0]);
});
