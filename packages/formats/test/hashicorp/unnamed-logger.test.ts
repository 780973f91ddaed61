import { expect, test } from 'vitest';
import { detectFormat, type Format } from '../../src/index.ts';
import { readLines } from '../read-lines.ts';

const time = '2026-02-03T04:05:06.789Z';
const server = '{Suffrage:Voter ID:n1 Address:a:1}';

function formatOf(lines: readonly string[]): Format {
  return detectFormat(lines) ?? expect.unreachable();
}

function leaders(lines: readonly string[]): readonly string[] {
  return readLines(formatOf(lines), lines).events.flatMap((event) =>
    event.event === 'role.changed' && event.to === 'leader' ? [`${event.node} ${event.term}`] : [],
  );
}

function reasons(lines: readonly string[]): readonly string[] {
  return readLines(formatOf(lines), lines).outcomes.map((outcome) =>
    outcome.kind === 'events' ? 'told' : outcome.why,
  );
}

/** What a server says, each behind what its logger puts before it. */
function wins(before: string): readonly string[] {
  return [
    `${time} [INFO]  ${before}initial configuration: index=1 servers="[${server}]"`,
    `${time} [INFO]  ${before}entering follower state: follower="Node at a:1 [Follower]" leader=`,
    `${time} [INFO]  ${before}entering candidate state: node="Node at a:1 [Candidate]" term=5`,
    `${time} [DEBUG] ${before}votes: needed=1`,
    `${time} [INFO]  ${before}election won: tally=1`,
    `${time} [INFO]  ${before}entering leader state: leader="Node at a:1 [Leader]"`,
  ];
}

test('a logger without a name is known by what it says, also where it says its source', () => {
  for (const before of ['', 'raft@v1.8.0/api.go:623: ', 'store: ', 'raft/raft.go:8: store: ']) {
    expect(formatOf(wins(before)).id, before).toBe('hclog-text');
    expect(leaders(wins(before)), before).toStrictEqual(['n1 5']);
    expect(reasons(wins(before)), before).toStrictEqual(Array.from(wins(before), () => 'told'));
  }
  expect(formatOf(wins('raft@v1.8.0/api.go:623: raft: ')).id).toBe('hashicorp-text');
  expect(leaders(wins('raft@v1.8.0/api.go:623: raft: '))).toStrictEqual(['n1 5']);
});

test('the servers of a test, each with a logger of its name, are told apart', () => {
  const lines = ['=== RUN   TestRaft', ...wins('n1: ')];
  expect(formatOf(lines).id).toBe('hashicorp-text');
  expect(leaders(lines)).toStrictEqual(['n1 5']);
});

test('a line that has both id and address of a server ties them', () => {
  const both = (line: string): unknown => {
    const reader = formatOf([...wins('raft: '), line]).open('a.log');
    for (const [index, text] of [...wins('raft: '), line].entries()) reader.read(text, index + 1);
    return [...(reader.census?.names ?? [])];
  };
  const all = [
    '[DEBUG] raft: asking for pre-vote: term=3 from=n2 address=b:1',
    '[INFO]  raft: pipelining replication: peer="{Voter n2 b:1}"',
    '[WARN]  raft: heartbeat timeout reached, starting election: ' +
      'last-leader-addr=b:1 last-leader-id=n2',
    '[INFO]  raft: entering follower state: follower="Node at a:1 [Follower]" ' +
      'leader-address=b:1 leader-id=n2',
  ];
  for (const line of all) {
    expect(both(`${time} ${line}`), line).toStrictEqual([
      ['a:1', 'n1'],
      ['b:1', 'n2'],
    ]);
  }
  expect(both(`${time} [INFO]  raft: entering follower state: leader-address= leader-id=`)).toEqual(
    [['a:1', 'n1']],
  );
});

test('what else the program says is told apart by its logger, or counted as unknown', () => {
  const other = [`${time} [INFO]  http: listening: port=80`, `${time} [INFO]  listening: port=80`];
  expect(reasons([...wins('store: '), ...other]).slice(-2)).toStrictEqual([
    'not of Raft',
    'not of Raft',
  ]);
  expect(reasons([...wins(''), ...other]).slice(-2)).toStrictEqual([
    'not of Raft',
    'unknown words, of Raft or of the program around it',
  ]);
  expect(detectFormat(other)).toBeUndefined();
});

test('so it is in JSON, where the file says whose the lines are', () => {
  const says = (message: string, more = ''): string =>
    `{"@level":"info","@message":"${message}","@timestamp":"${time}"${more}}`;
  const lines = [
    says('initial configuration', ',"index":0,"servers":"[]"'),
    says('entering follower state', ',"follower":{},"leader-address":"","leader-id":""'),
    says('entering candidate state', ',"node":{},"term":5'),
    says('election won', ',"tally":2'),
    says('entering leader state', ',"leader":{}'),
    says('leadership transfer in progress'),
    says('listening', ',"port":80'),
  ];
  expect(formatOf(lines).id).toBe('hclog-json');
  expect(leaders(lines)).toStrictEqual(['a 5']);
  expect(reasons(lines).slice(-2)).toStrictEqual([
    'transfers',
    'unknown words, of Raft or of the program around it',
  ]);
});
