import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causes, findRule } from '../src/index.ts';
import { judge, show } from './judged.ts';
import { script } from './trace-script.ts';

/** The notes' two leaders: lines without terms, and times of whole seconds. */
const twoLeaders = `test.started many-elections
  +0 1 role.changed follower→candidate cause=election-timeout
  +0 1 candidate election.started
  +0 3 role.changed follower→candidate cause=election-timeout
  +0 3 candidate election.started
  +0 1 role.changed candidate→leader cause=won-election
  +0 3 role.changed candidate→leader cause=won-election
  +0 test.observed leaders-in-term ofTerm=2 count=2`;

/** Everything that the judge finds by the rule called `rule`, suspects included. */
function suspected(rule: string, text: string, counted = true): string {
  const { findings } = judge(script(text, { counted }));
  return findings
    .filter((finding) => finding.rule === rule)
    .map(show)
    .join('\n');
}

describe('two leaders in a term', () => {
  test('the notes: why term 2, and not 1?', () => {
    expect(suspected('election-safety', twoLeaders, false)).toMatchInlineSnapshot(`
      "violated (violation) term 2, 1 3: 1 and 3 were both leader in term 2; a term has at most one leader
        6: 1 candidate ⇒ leader (won-election)
        7: 3 candidate ⇒ leader (won-election)
        8: test sees leaders-in-term (term 2, count 2)
        ? stale-vote 0.8: All servers began in term 0 and the log has 2 elections, so reaching term 2 takes every one of them: 1 asked for votes in term 1, 3 in term 2. 3's RequestVote moved 1 on to term 2; then 1 counted the votes of term 1 without checking term and role again, and leads in term 2 too. That is why the test says term 2 and not 1
        ? request-vote-leader-keeps-role 0.32: 1 may have won its own, older term before 3's RequestVote moved its term on, and have kept the role; but 3 campaigned before 1 won
        ? request-vote-keeps-role 0.28: 1 may have won its own, older term before 3's RequestVote moved its term on, and have kept the role; but 3 campaigned before 1 won"
    `);
  });

  test('of any servers, in any term', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{0,2}\d{1,3}$/), {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(names, fc.nat(1_000_000), ([one = '', three = ''], shift) => {
        const rename: Readonly<Record<string, string>> = { 1: one, 3: three };
        const text = twoLeaders
          .replaceAll(/\+0 ([13]) /g, (_, node: string) => `+0 ${rename[node]} `)
          .replace('ofTerm=2', `ofTerm=${2 + shift}`);
        const { findings } = judge(script(text, { counted: false }));
        const violations = findings.filter(({ severity }) => severity === 'violation');
        expect(
          violations.map(({ rule, verdict, term, nodes, evidence, causes: [first] }) => ({
            rule,
            verdict,
            term,
            nodes,
            lines: evidence.map(({ at }) => at?.line),
            first: first?.bug,
          })),
        ).toStrictEqual([
          {
            rule: 'election-safety',
            verdict: 'violated',
            term: 2 + shift,
            nodes: [one, three],
            lines: [6, 7, 8],
            first: 'stale-vote',
          },
        ]);
      }),
    );
  });

  test('not in term 1: no vote of an older term is there to be counted', () => {
    const text = twoLeaders.replace('ofTerm=2', 'ofTerm=1');
    expect(suspected('election-safety', text, false)).toMatchInlineSnapshot(`
      "violated (violation) term 1, 1 3: 1 and 3 were both leader in term 1; a term has at most one leader
        6: 1 candidate ⇒ leader (won-election)
        7: 3 candidate ⇒ leader (won-election)
        8: test sees leaders-in-term (term 1, count 2)
        ? request-vote-leader-keeps-role 0.32: 1 may have won its own, older term before 3's RequestVote moved its term on, and have kept the role; but 3 campaigned before 1 won
        ? request-vote-keeps-role 0.28: 1 may have won its own, older term before 3's RequestVote moved its term on, and have kept the role; but 3 campaigned before 1 won"
    `);
  });

  test('the first won before the last one asked: it may have carried its role on', () => {
    expect(
      suspected(
        'election-safety',
        `1 candidate election.started
         1 role.changed candidate→leader
         3 candidate election.started
         3 role.changed candidate→leader
         test.observed leaders-in-term ofTerm=2 count=2`,
        false,
      ),
    ).toMatchInlineSnapshot(`
      "violated (violation) term 2, 1 3: 1 and 3 were both leader in term 2; a term has at most one leader
        2: 1 candidate ⇒ leader
        4: 3 candidate ⇒ leader
        5: test sees leaders-in-term (term 2, count 2)
        ? request-vote-leader-keeps-role 0.6: 1 may have won its own, older term before 3's RequestVote moved its term on, and have kept the role
        ? request-vote-keeps-role 0.52: 1 may have won its own, older term before 3's RequestVote moved its term on, and have kept the role
        ? stale-vote 0.4: If each of the elections in the log began a new term, and the last of them term 2: 1 asked for votes in term 1, 3 in term 2. 3's RequestVote moved 1 on to term 2; then 1 counted the votes of term 1 without checking term and role again, and leads in term 2 too. That is why the test says term 2 and not 1"
    `);
  });

  test('the lines tell the terms: votes of the election before', () => {
    expect(
      suspected(
        'election-safety',
        `n1@1 candidate election.started
         n3@2 candidate election.started
         n1@2 role.changed candidate→leader
         n3@2 role.changed candidate→leader`,
      ),
    ).toMatchInlineSnapshot(`
      "violated (violation) term 2, n1 n3: n1 and n3 were both leader in term 2; a term has at most one leader
        3: n1@2 candidate ⇒ leader
        4: n3@2 candidate ⇒ leader
        ? stale-vote 0.9: n1 last asked for votes in term 1 and became leader in term 2: the votes of term 1 were counted after its term had moved on"
    `);
  });

  test('the lines tell the votes', () => {
    expect(
      suspected(
        'election-safety',
        `n1@1 candidate election.started
         n3@2 candidate election.started
         n1@2 candidate vote.received n2 true rpcTerm=1
         n1@2 role.changed candidate→leader
         n3@2 role.changed candidate→leader`,
      ),
    ).toMatchInlineSnapshot(`
      "violated (violation) term 2, n1 n3: n1 and n3 were both leader in term 2; a term has at most one leader
        4: n1@2 candidate ⇒ leader
        5: n3@2 candidate ⇒ leader
        ? stale-vote 0.97: n1 counted the vote of n2, asked for in term 1, when it was in term 2 already"
    `);
  });

  test('a leader carried its role into a newer term', () => {
    expect(
      suspected(
        'election-safety',
        `n1@1 candidate election.started
         n1@1 role.changed candidate→leader
         n3@2 candidate election.started
         n1@2 leader vote.granted n3
         n3@2 role.changed candidate→leader`,
      ),
    ).toMatchInlineSnapshot(`
      "violated (violation) term 2, n1 n3: n1 and n3 were both leader in term 2; a term has at most one leader
        4: n1@2 votes for n3
        5: n3@2 candidate ⇒ leader
        ? request-vote-leader-keeps-role 0.76: n1 led an older term and was still leader when its term moved to 2
        ? request-vote-keeps-role 0.66: n1 led an older term and was still leader when its term moved to 2"
    `);
  });
});

test('two leaders that both asked in the term that they lead: something else elected them', () => {
  expect(
    suspected(
      'election-safety',
      `n1@2 candidate election.started
       n3@2 candidate election.started
       n1@2 role.changed candidate→leader
       n3@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1 n3: n1 and n3 were both leader in term 2; a term has at most one leader
      3: n1@2 candidate ⇒ leader
      4: n3@2 candidate ⇒ leader
      ? quorum-half 0.45: both winners asked in that very term: half of the servers seems to have been enough for each
      ? no-voted-for-check 0.4: both winners asked for votes in that very term, so some voter gave two votes or too few were asked for
      ? votes-carried-over 0.4: both winners asked in that very term: votes of an election before may have been counted along
      ? duplicate-vote-counts 0.3: both winners asked for votes in that very term: a repeated reply may have been counted twice"
  `);
});

test('a leader against whom a majority voted', () => {
  expect(
    suspected(
      'minority-leader',
      `trace.started nodes=n1,n2,n3
       n1@1 candidate election.started
       n2@2 candidate election.started
       n3@2 vote.granted n2
       n1@2 role.changed candidate→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 led in term 2, in which 2 of 3 voters voted for others; at most 1 can have voted for it, and 2 are needed
      3: n2@2 asks for votes
      4: n3@2 votes for n2
      5: n1@2 candidate ⇒ leader
      ? stale-vote 0.9: n1 last asked for votes in term 1 and became leader in term 2: the votes of term 1 were counted after its term had moved on
      ? stale-vote-role-checked 0.25: votes that were asked for in another term may have been counted"
  `);
});

test('a follower that wins', () => {
  expect(
    suspected(
      'legal-role-edges',
      `trace.started nodes=n1,n2,n3
       n1@1 candidate election.started
       n1@2 role.changed candidate→follower
       n1@2 follower vote.received n3 true rpcTerm=1
       n1@2 role.changed follower→leader`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 went from follower straight to leader
      3: n1@2 candidate ⇒ follower
      5: n1@2 follower ⇒ leader
      ? stale-vote 0.97: n1 counted the vote of n3, asked for in term 1, when it was in term 2 already"
  `);
});

test.each([
  ['candidate', ['request-vote-keeps-role']],
  ['leader', ['request-vote-leader-keeps-role', 'request-vote-keeps-role']],
])('a %s takes a newer term from RequestVote and keeps its role', (role, expected) => {
  const { findings } = judge(
    script(`n1@2 ${role} message.received RequestVote n2→n1 rpcTerm=3
      n1@3 ${role} vote.granted n2`),
  );
  const [finding] = findings.filter(({ rule }) => rule === 'higher-term-ignored');
  expect(finding?.causes.map(({ bug }) => bug)).toStrictEqual(expected);
  expect(finding?.causes[0]?.why).toBe(
    `RequestVote of term 3 from n2 moved n1 to that term, and it is still ${role} there`,
  );
});

test('other messages that are ignored are not the fault of RequestVote', () => {
  expect(
    suspected(
      'higher-term-ignored',
      `n1@2 leader message.received AppendEntriesResponse n2→n1 rpcTerm=3
       n1@2 leader message.sent AppendEntries n1→n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 received AppendEntriesResponse of term 3 from n2 and stayed in term 2; it must become follower of term 3
      1: n1@2 ← n2 AppendEntriesResponse of term 3
      2: n1@2 → n2 AppendEntries
      ? append-response-term-ignored 0.95: the newer term came in an answer to AppendEntries, and the leader paid no heed"
  `);
});

test('heartbeats after the leadership', () => {
  expect(
    suspected(
      'append-from-leader-only',
      `n1@2 role.changed candidate→leader
       n1@3 role.changed leader→follower
       n1@3 follower message.sent AppendEntries n1→n2 rpcTerm=3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 sent AppendEntries to n2 as follower in term 3; only a leader may
      2: n1@3 leader ⇒ follower
      3: n1@3 → n2 AppendEntries
      ? stale-heartbeat-loop 0.95: n1 sends heartbeats as follower after it stepped down: the loop of its old leadership runs on"
  `);
});

test('a leader without a majority', () => {
  expect(
    suspected(
      'stale-leader',
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300 config.checkQuorum=true
       n1@2 role.changed candidate→leader
       fault.injected partition nodes=n1
       +5000 n1@2 leader timer.expired heartbeat`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 2, n1: n1 still acts as leader of term 2 5000 ms after it last heard from a majority, although it declares to check its quorum every 300 ms
      2: n1@2 candidate ⇒ leader
      3: fault partition {n1}
      4: n1@2 heartbeat timer expires
      ? no-check-quorum 0.9: n1 goes on as leader long after it lost the majority
      ? quorum-window-doubled 0.3: it goes on for longer than one election timeout after it lost the majority
      ? contact-when-sent 0.25: it goes on although nobody answers it
      ? quorum-check-by-new-half 0.1: the check of the quorum may look at one half of a joint configuration"
  `);
});

test('a leader after which a newer one was elected', () => {
  expect(
    suspected(
      'stale-leader',
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
       n1@2 role.changed candidate→leader
       n2@3 role.changed candidate→leader
       +5000 n1@2 leader timer.expired heartbeat`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 2, n1: n1 still acts as leader of term 2 5000 ms after n2 became leader of term 3
      2: n1@2 candidate ⇒ leader
      3: n2@3 candidate ⇒ leader
      4: n1@2 heartbeat timer expires
      ? no-check-quorum 0.5: a leader goes on after a newer one was elected
      ? quorum-check-by-new-half 0.1: the check of the quorum may look at one half of a joint configuration"
  `);
});

test('a bug that does no harm explains nothing', () => {
  const harmless = causes.filter((cause) => cause.harmless);
  expect(harmless.map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "append-entries-keeps-vote",
      "late-vote-wins-again",
      "stale-snapshot-ack",
    ]
  `);
  const { findings } = judge(script(twoLeaders), { causes: harmless });
  expect(findings.map(({ rule, causes: found }) => [rule, found])).toStrictEqual([
    ['election-safety', []],
    ['test-failed', []],
  ]);
});

test('every cause has a name of its own', () => {
  const names = causes.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test.each(causes)('the story of $name says in a few sentences where the paper has it', (cause) => {
  expect(cause.story).toMatch(/Raft §|thesis §|Figure \d|erratum to the thesis|Students' Guide/);
  const sentences = cause.story.split(/[.?!](?= |$)/).length - 1;
  expect(sentences).toBeGreaterThanOrEqual(2);
  expect(sentences).toBeLessThanOrEqual(6);
  for (const rule of cause.explains) expect(findRule(rule)?.id).toBe(rule);
});
