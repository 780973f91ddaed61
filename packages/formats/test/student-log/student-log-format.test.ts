import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectFormat } from '../../src/index.ts';
import { studentLogFormat } from '../../src/student-log/student-log-format.ts';
import { readLines } from '../read-lines.ts';

interface Happening {
  readonly what: 'leader' | 'candidate' | 'follower' | 'vote' | 'commit';
  readonly server: number;
  readonly other: number;
  readonly term: number;
}

/** How a student names the server that speaks, and the term beside it. */
const names: readonly ((server: number, term: number) => string)[] = [
  (server) => `Server ${server}`,
  (server) => `server ${server}:`,
  (server) => `[${server}]`,
  (server, term) => `[S${server} T${term}]`,
  (server) => `{Node ${server}}`,
  (server, term) => `peer ${server} term ${term} state x,`,
  (server, term) => `[term ${term}] [server ${server}]`,
  (server, term) => `server ${server} (term ${term}, Leader)`,
  (server) => `Raft ${server}:`,
  (server) => `S${server}`,
  (server, term) => `T${String(term).padStart(4, '0')} VOTE S${server}`,
];
const stamps: readonly string[] = [
  '',
  '2026/03/09 11:20:10 ',
  '2026/03/09 11:20:10.120000 ',
  '11:20:10.120000 ',
  '004711 ',
];
const words: Readonly<Record<Happening['what'], readonly ((of: Happening) => string)[]>> = {
  leader: [
    ({ term }) => `becomes leader in term ${term}`,
    ({ term }) => `became Leader; term=${term}, log=[{1 2}]`,
    ({ term }) => `won the election for term ${term}`,
    ({ term }) => `receives majority votes in term ${term}`,
    ({ term }) => `Candidate -> Leader, For T${term}`,
    ({ term }) => `converted to leader, term:${term}`,
    ({ term }) => `changes state from Candidate to Leader at term ${term}`,
  ],
  candidate: [
    ({ term }) => `becomes candidate in term ${term}`,
    ({ term }) => `Follower -> Candidate, For T${term - 1}->T${term}`,
    () => 'converting to Candidate',
  ],
  follower: [
    ({ term }) => `becomes Follower with term=${term}`,
    () => 'steps down',
    () => 'changes state from Leader to Follower',
  ],
  vote: [
    ({ other, term }) => `voted for ${other} in term ${term}`,
    ({ other, term }) => `grants vote to server ${other} at term ${term}`,
    ({ other, term }) => `decided to vote for S${other}, term ${term}`,
    ({ other, term }) => `votes for {Node ${other}} for term ${term}`,
    ({ other, term }) => `granting vote to S${other} at T${term}`,
  ],
  commit: [
    ({ term, other }) => `updated commitIndex from ${term} to ${term + other + 1}`,
    ({ term, other }) => `advance commit index ${term} -> ${term + other + 1}`,
  ],
};

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom('leader', 'candidate', 'follower', 'vote', 'commit'),
  server: fc.nat(6),
  other: fc.nat(6),
  term: fc.integer({ min: 2, max: 900 }),
});

test('the same is understood in whatever style it is printed', () => {
  const property = fc.property(
    fc.array(happening, { minLength: 1, maxLength: 20 }),
    fc.constantFrom(...names),
    fc.constantFrom(...stamps),
    fc.nat(100),
    (drawn, name, stamp, pick) => {
      const lineOf = (each: Happening): string => {
        const ways = words[each.what];
        const say = ways[pick % ways.length] ?? expect.unreachable();
        return `${stamp}${name(each.server, each.term)} ${say(each)}`;
      };
      // No server's term falls, and no line is printed twice.
      const all = drawn
        .toSorted((a, b) => a.term - b.term)
        .filter((each, index, sorted) => {
          const before = sorted[index - 1];
          return before === undefined || lineOf(before) !== lineOf(each);
        });
      const lines = all.map(lineOf);
      const told = readLines(studentLogFormat, [...lines, '']).events.map((event) => ({
        ...event,
        at: event.at?.line,
      }));
      expect(told).toMatchObject(all.map((each, index) => ({ ...eventOf(each), at: index + 1 })));
    },
  );
  fc.assert(property, { seed: 6824, numRuns: 500 });
});

function eventOf({ what, server, other, term }: Happening): object {
  const node = String(server);
  if (what === 'leader') return { event: 'role.changed', node, to: 'leader', term };
  if (what === 'vote') return { event: 'vote.granted', node, candidate: String(other), term };
  if (what === 'commit') {
    return { event: 'commit.advanced', node, from: term, to: term + other + 1 };
  }
  return { event: 'role.changed', node, to: what };
}

test('words of any other program make no event', () => {
  const word = fc.constantFrom(
    ...'server node 1 2 term 3 leader the is a of vote for request log'.split(' '),
    ...'state [1] S2 T4 not if'.split(' '),
    ...'heartbeat from to append reply = : , sends gets waits'.split(' '),
    ...'index timeout follower -1'.split(' '),
  );
  const property = fc.property(fc.array(word, { maxLength: 12 }), (soup) => {
    const line = soup.join(' ');
    const { events } = readLines(studentLogFormat, [line]);
    // None of these words says that somebody became anything; a vote needs its verb and a name.
    const allowed = /\bvote for|-> |to leader|to follower/.test(line);
    if (!allowed) expect(events).toStrictEqual([]);
  });
  fc.assert(property, { seed: 6824, numRuns: 3000 });
});

test.each([
  [
    'each test has servers of its own',
    ['=== RUN   TestA', 'leads 1 4', '=== RUN   TestB', 'leads 2 4'],
  ],
  ['a program that begins anew', ['leads 1 1', 'leads 1 4', 'leads 2 1', 'leads 2 4']],
])('%s', (_, script) => {
  const lines = script.map((line) =>
    line.replace(/^leads (\d) (\d)$/, 'Server $1 becomes leader in term $2'),
  );
  const runs = readLines(studentLogFormat, lines).events.map(({ run }) => run);
  expect(new Set(runs).size).toBe(2);
});

test.each([
  ['prose', ['Server 1 is the leader of the group.', 'In term 3 server 2 voted, and so on.']],
  ['a web server', ['2026/03/09 11:20:10 server 1 started', '2026/03/09 11:20:11 node 3 is up']],
])('%s is not of it', (_, lines) => {
  expect(detectFormat(lines)).toBeUndefined();
});

test.each([
  ['2026/03/09 11:20:10.5', Date.UTC(2026, 2, 9, 11, 20, 10, 500)],
  ['11:20:10.000250', ((11 * 60 + 20) * 60 + 10) * 1000 + 0.25],
  ['004711', 471.1],
])('reads the time: %s', (stamp, time) => {
  const { events } = readLines(studentLogFormat, [`${stamp} Server 1 becomes leader in term 3`]);
  expect(events.map((event) => event.time)).toStrictEqual([time]);
});

const leaderOf = (lines: readonly string[]): readonly string[] =>
  readLines(studentLogFormat, lines).events.flatMap((event) =>
    event.event === 'role.changed' && event.to === 'leader'
      ? `${event.run ?? '-'} ${event.node} ${event.term ?? '?'}`
      : [],
  );

test('who leads a smaller term than it campaigned in prints some other number', () => {
  const lines = [
    'S1 start elect T:1',
    'S1 becomes leader in T1',
    'S1 start elect T:3',
    'S1 becomes leader in T1',
    'S2 becomes leader in T1',
  ];
  expect(leaderOf(lines)).toStrictEqual(['- 1 1', '- 1 ?', '- 2 1']);
});

test('without a tester, a server that is in term 0 again begins anew', () => {
  const begin = ['S1|T0 is made', 'S1|T1 starts to join election', 'S1|T1 becomes the leader'];
  const other = ['S2|T0 is made', 'S1|T0 is made', 'S2|T1 becomes the leader'];
  expect(leaderOf([...begin, ...other])).toStrictEqual(['- 1 1', 'test 2 2 1']);
  // Within a test it may have lost its disk.
  const tested = ['Test (2C): basic persistence ...', ...begin, ...other];
  expect(leaderOf(tested)).toStrictEqual(['- 1 1', '- 2 1']);
});

test.each([
  ['Instance 2 initiated a vote for new term 4, as no leader was heard of', 4],
  ['Instance 2 has received 3 votes in term=4', 4],
  // It may be the term before, or of a server that it only hears.
  ['Instance 2 started an election in term 4', undefined],
  ['Instance 2 hears of new term 4', undefined],
])('a leader that names no term leads that in which it stood: %s', (before, term) => {
  const events = readLines(studentLogFormat, [before, 'Instance 2 became leader']).events;
  expect(events.at(-1)?.term).toBe(term);
});

test('another term of the same server in between is its own', () => {
  const { events } = readLines(studentLogFormat, [
    'Instance 2 has received 1 votes in term=4',
    'Instance 2 steps down in term 5',
    'Instance 2 became leader',
  ]);
  expect(events.at(-1)?.term).toBeUndefined();
});
