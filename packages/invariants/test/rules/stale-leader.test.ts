import { describe, expect, test } from 'vitest';
import { staleLeader } from '../../src/rules/stale-leader.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(staleLeader, text);

describe('a leader that declares to check its quorum', () => {
  const cluster = `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300 config.checkQuorum=true
    n1@2 role.changed candidate→leader`;

  test('violated: cut off, it goes on', () => {
    expect(
      verdict(`${cluster}
        fault.injected partition nodes=n1
        +661 n1@2 leader message.sent AppendEntries n1→n2 rpcTerm=2`),
    ).toMatchInlineSnapshot(`
      "violated (violation) term 2, n1: n1 still acts as leader of term 2 661 ms after it last heard from a majority, although it declares to check its quorum every 300 ms
        2: n1@2 candidate ⇒ leader
        3: fault partition {n1}
        4: n1@2 → n2 AppendEntries"
    `);
  });

  test('violated: its peers are down, and its own timer shows that it leads', () => {
    expect(
      verdict(`${cluster}
        n2@2 follower node.crashed
        n3@2 follower node.crashed
        +700 n1@2 leader timer.expired heartbeat`),
    ).toMatchInlineSnapshot(`
      "violated (violation) term 2, n1: n1 still acts as leader of term 2 700 ms after it last heard from a majority, although it declares to check its quorum every 300 ms
        2: n1@2 candidate ⇒ leader
        4: n3@2 crashes
        5: n1@2 heartbeat timer expires"
    `);
  });

  test('violated: a reply under way counts, and time runs on from it', () => {
    expect(
      verdict(`${cluster}
        fault.injected partition nodes=n1
        +100 n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=2
        +661 n1@2 leader timer.expired heartbeat`),
    ).toMatchInlineSnapshot(`
      "violated (violation) term 2, n1: n1 still acts as leader of term 2 661 ms after it last heard from a majority, although it declares to check its quorum every 300 ms
        2: n1@2 candidate ⇒ leader
        3: fault partition {n1}
        5: n1@2 heartbeat timer expires"
    `);
  });

  test('violated: not even those that it added meanwhile have answered', () => {
    expect(
      verdict(`${cluster}
        fault.injected partition nodes=n1
        +300 n1@2 leader config.appended index=2 voters=n1,n2,n3,n4
        +661 n1@2 leader timer.expired heartbeat`),
    ).toMatchInlineSnapshot(`
      "violated (violation) term 2, n1: n1 still acts as leader of term 2 661 ms after it last heard from a majority, although it declares to check its quorum every 300 ms
        2: n1@2 candidate ⇒ leader
        3: fault partition {n1}
        5: n1@2 heartbeat timer expires"
    `);
  });

  const spoken = 'n2 lock.acquired mu\nn3 lock.acquired mu';

  test.each([
    [
      'it was deposed meanwhile, and leads anew by votes that were under way',
      `fault.injected partition nodes=n1
       +100 n1@3 role.changed leader→follower
       +500 n1@4 role.changed follower→candidate
       n1@4 role.changed candidate→leader
       +100 n1@4 leader timer.expired heartbeat
       n1@4 role.changed leader→follower cause=quorum-lost`,
    ],
    [
      'it reaches a majority by its own log, whatever another server has written last',
      `n1@2 leader config.appended index=1 voters=n1,n2,n3
       fault.injected partition nodes=n2
       n2@1 leader config.appended index=1 voters=n1,n2
       n2@1 leader node.crashed
       +700 n1@2 leader timer.expired heartbeat
       n1@2 role.changed leader→follower cause=quorum-lost`,
    ],
    [
      'within two timeouts',
      `fault.injected partition nodes=n1
       +600 n1@2 leader timer.expired heartbeat
       n1@2 role.changed leader→follower cause=quorum-lost`,
    ],
    [
      'a reply that was under way when the partition began',
      `fault.injected partition nodes=n1
       +100 n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=2
       +650 n1@2 leader timer.expired heartbeat`,
    ],
    [
      'cut off together with a majority',
      `fault.injected partition nodes=n1,n2
       +9000 n1@2 leader timer.expired heartbeat`,
    ],
    [
      'its process stood still meanwhile',
      `fault.injected partition nodes=n1
       fault.injected pause nodes=n1
       +900 fault.cleared pause nodes=n1
       n1@2 leader timer.expired heartbeat`,
    ],
    [
      'its clock was set back, so that its check comes late',
      `fault.injected clock-jump nodes=n1
       fault.injected partition nodes=n1
       +700 n1@2 leader timer.expired heartbeat`,
    ],
    [
      'it added members meanwhile, which have had no time to answer yet',
      `fault.injected partition nodes=n1
       +300 n1@2 leader config.appended index=2 voters=n1,n2,n3,n4
       n4 lock.acquired mu
       +500 n1@2 leader timer.expired heartbeat
       n1@2 role.changed leader→follower cause=quorum-lost`,
    ],
    [
      'the partition heals in time',
      `fault.injected partition nodes=n1
       +300 fault.cleared partition nodes=n1
       +9000 n1@2 leader timer.expired heartbeat`,
    ],
    [
      'another one is cut off',
      `fault.injected partition nodes=n3
       +9000 n1@2 leader timer.expired heartbeat`,
    ],
    [
      'it led, and no longer does',
      `fault.injected partition nodes=n1
       n1@2 leader timer.expired heartbeat
       n1@2 role.changed leader→follower
       +9000 n1@2 follower message.sent RequestVote n1→n2 rpcTerm=2`,
    ],
    [
      'its clock goes back',
      `fault.injected partition nodes=n1
       +-9000 n1@2 leader timer.expired heartbeat`,
    ],
  ])('holds: %s', (_, text) => {
    expect(verdict(`${cluster}\n${text}\n${spoken}`)).toBe('holds');
  });

  test('unknown: the voters are undeclared, so nobody knows whether a majority is cut off', () => {
    expect(
      verdict(`trace.started config.electionTimeoutMs=150,300 config.checkQuorum=true
        n1@2 role.changed candidate→leader
        fault.injected partition nodes=n4,n5
        +9000 n1@2 leader timer.expired heartbeat`),
    ).toBe('unknown: the lines of every server');
  });
});

describe('a leader after which a newer one was elected', () => {
  const cluster = `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
    n1@2 role.changed candidate→leader
    n2@3 role.changed candidate→leader`;

  test('suspicious: it goes on', () => {
    expect(
      verdict(`${cluster}\n+901 n1@2 leader message.sent AppendEntries n1→n3 rpcTerm=2`),
    ).toMatchInlineSnapshot(`
      "suspicious (warning) term 2, n1: n1 still acts as leader of term 2 901 ms after n2 became leader of term 3
        2: n1@2 candidate ⇒ leader
        3: n2@3 candidate ⇒ leader
        4: n1@2 → n3 AppendEntries"
    `);
  });

  test.each([
    ['a short while', '+850 n1@2 leader timer.expired heartbeat'],
    ['it is the newer one', '+9000 n2@3 leader timer.expired heartbeat\nn1@3 term.changed 2→3'],
    [
      'it took the newer term',
      'n1@3 role.changed leader→follower\n+9000 n2@3 leader timer.expired heartbeat',
    ],
  ])('holds: %s', (_, text) => {
    expect(verdict(`${cluster}\n${text}\nn3 lock.acquired mu`)).toBe('holds');
  });

  test('unknown: no election timeout to measure by', () => {
    expect(
      verdict(`n1@2 role.changed candidate→leader
        n2@3 role.changed candidate→leader
        +9000 n1@2 leader timer.expired heartbeat`),
    ).toBe('unknown: what leaders do, with times and the election timeout');
  });
});

describe('no leader among seven servers, each of which led and was cut off in its turn', () => {
  interface Variation {
    /** Which of the servers led, each in a term of its own. */
    readonly leaders?: readonly string[];
    /** Who is cut off in the end. */
    readonly cutOff?: readonly string[];
    /** What happens afterwards, before the test looks. */
    readonly afterwards?: readonly string[];
  }

  /** The election timer of `node`, which is cut off, fires again and again for five seconds. */
  const campaigns = (node: string): readonly string[] =>
    Array.from({ length: 10 }, () => `+500 ${node} candidate election.started`);

  function noLeader({
    leaders = ['3', '6', '0', '2', '4', '5'],
    cutOff = ['1', '0', '5'],
    afterwards = campaigns('1'),
  }: Variation = {}): string {
    const elections = leaders.flatMap((node, index) => [
      `${node} role.changed follower→candidate`,
      `${node} candidate election.started`,
      `+300 ${node}@${index + 1} role.changed candidate→leader`,
      `fault.injected partition nodes=${node}`,
      `fault.cleared partition nodes=${node}`,
    ]);
    const lines = [
      'test.started many-elections',
      'trace.started nodes=0,1,2,3,4,5,6',
      ...elections,
      ...cutOff.map((node) => `fault.injected partition nodes=${node}`),
      ...afterwards,
      'test.observed no-leader',
      ...['0', '1', '2', '3', '4', '5', '6'].map((node) => `${node} lock.acquired mu`),
    ];
    return judged(staleLeader, lines.join('\n'), { counted: false });
  }

  test('violated: all that is connected are leaders of older terms', () => {
    expect(noLeader()).toMatchInlineSnapshot(`
      "violated (violation) 2 3 4 6: 2, 3, 4 and 6 became leader in terms 4, 1, 5 and 2 and never logged stepping down; the newest leader, 5 (term 6), is cut off, and only 1, cut off too, campaigns: no connected server has an election timer running
        5: 3@1 candidate ⇒ leader
        10: 6@2 candidate ⇒ leader
        20: 2@4 candidate ⇒ leader
        25: 4@5 candidate ⇒ leader
        35: fault partition {5}
        46: test sees no-leader"
    `);
  });

  test('violated: two that are cut off campaign', () => {
    expect(noLeader({ afterwards: [...campaigns('1'), ...campaigns('0')] })).toMatchInlineSnapshot(`
      "violated (violation) 2 3 4 6: 2, 3, 4 and 6 became leader in terms 4, 1, 5 and 2 and never logged stepping down; the newest leader, 5 (term 6), is cut off, and only 0 and 1, cut off too, campaign: no connected server has an election timer running
        5: 3@1 candidate ⇒ leader
        10: 6@2 candidate ⇒ leader
        20: 2@4 candidate ⇒ leader
        25: 4@5 candidate ⇒ leader
        35: fault partition {5}
        56: test sees no-leader"
    `);
  });

  test('violated: the one that never led is down', () => {
    expect(
      noLeader({ cutOff: ['0', '5'], afterwards: ['1 node.crashed', ...campaigns('0')] }),
    ).toMatchInlineSnapshot(`
      "violated (violation) 2 3 4 6: 2, 3, 4 and 6 became leader in terms 4, 1, 5 and 2 and never logged stepping down; the newest leader, 5 (term 6), is cut off, and only 0, cut off too, campaigns: no connected server has an election timer running
        5: 3@1 candidate ⇒ leader
        10: 6@2 candidate ⇒ leader
        20: 2@4 candidate ⇒ leader
        25: 4@5 candidate ⇒ leader
        34: fault partition {5}
        46: test sees no-leader"
    `);
  });

  test.each<[string, Variation]>([
    ['one connected server never led', { leaders: ['3', '6', '0', '2', '5'] }],
    ['the connected servers are a minority', { cutOff: ['1', '0', '5', '2'] }],
    ['nobody campaigns, so nothing shows that time passed', { afterwards: [] }],
    [
      'one campaign only, right after the last election',
      { afterwards: ['+20 1 candidate election.started'] },
    ],
    [
      'a connected leader campaigned later',
      {
        afterwards: [
          ...campaigns('1'),
          '2 role.changed follower→candidate',
          '2 candidate election.started',
        ],
      },
    ],
    [
      'a connected leader campaigned later, in a line that does not tell its role',
      { afterwards: [...campaigns('1'), '2 election.started'] },
    ],
    [
      'a connected leader stepped down',
      { afterwards: ['4@7 role.changed leader→follower cause=higher-term', ...campaigns('1')] },
    ],
    [
      'a connected leader restarted',
      { afterwards: ['4@5 node.crashed', '4@5 node.started', ...campaigns('1')] },
    ],
    ['only a server that leads itself is cut off', { cutOff: ['5'], afterwards: campaigns('5') }],
  ])('no accusation: %s', (_, variation) => {
    expect(noLeader(variation)).toBe('holds');
  });
});
