import { expect, test } from 'vitest';
import { createJudge, findRule } from '../src/index.ts';
import { show } from './judged.ts';
import { script } from './trace-script.ts';

/** What a rule says of lines of a program that nobody knows to print everything. */
function verdict(id: string, text: string): string {
  const rule = findRule(id);
  const judge = createJudge({ rules: rule === undefined ? [] : [rule], causes: [] });
  for (const event of script(text)) judge.observe(event);
  const { findings, coverage } = judge.finish();
  if (findings.length > 0) return findings.map(show).join('\n');
  return coverage.map((each) => `${each.verdict}: ${each.missing}`).join('\n');
}

const start = 'n1@1 follower node.started lastLogIndex=0 commitIndex=0';
const append = 'n1@1 follower log.appended 1 1,1,1';

test('a program that is seen to print it: what is not printed did not happen', () => {
  expect(
    verdict(
      'beyond-last',
      `${start}
       ${append}
       n1@1 follower commit.advanced 0→1
       n1@1 follower entry.applied 2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1 applied index 2, beyond its commitIndex 1
      3: n1@1 commit 0 ⇒ 1
      4: n1@1 applies 2"
  `);
});

test('one that is not: nothing is known', () => {
  expect(
    verdict(
      'beyond-last',
      `${start}
       ${append}
       n1@1 follower commit.advanced 0→1
       n1@1 leader log.appended 4 1
       n1@1 leader entry.applied 2`,
    ),
  ).toMatchInlineSnapshot(`"unknown: lines of commit.advanced, which n1 is not seen to print"`);
});

test('our own simulation prints everything', () => {
  expect(
    verdict(
      'beyond-last',
      `trace.started clock=virtual
       ${start}
       ${append}
       n1@1 follower entry.applied 1`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1 applied index 1, beyond its commitIndex 0
      2: n1@1 starts as follower (log 0, commit 0)
      4: n1@1 applies 1"
  `);
});

const lease = `n1@1 follower node.started voters=n1,n2,n3
  n2@1 follower node.started voters=n1,n2,n3
  n1@1 role.changed candidate→leader
  n1@1 leader commit.advanced 0→1 entryTerm=1 acks=n1`;

test('where nothing tells of changed voters, none of them is missing', () => {
  expect(verdict('no-quorum-commit', lease)).toMatchInlineSnapshot(`
    "violated (violation) term 1, n1: n1 committed index 1, held by 1 of 3 voters; 2 are needed
      3: n1@1 candidate ⇒ leader
      4: n1@1 commit 0 ⇒ 1@1 held by {n1}"
  `);
});

test('where something does, each server has to tell what it goes by', () => {
  expect(
    verdict('no-quorum-commit', `n3@1 follower node.started voters=n1\n  ${lease}`),
  ).toMatchInlineSnapshot(`"unknown: lines of config.appended, which n1 is not seen to print"`);
});

test('a gap in what is applied, where no line tells of a snapshot, is no proof', () => {
  expect(
    verdict('apply-order', 'n1@1 follower entry.applied 1\n n1@1 follower entry.applied 5'),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) term 1, n1: n1 applied index 5 right after index 1, unless a snapshot brought what is between: nothing here tells of any
      1: n1@1 applies 1
      2: n1@1 applies 5"
  `);
});

const pauses = (entries: string): string =>
  [0, 1, 2, 3, 4]
    .map(() => `+20 n1@2 leader message.sent AppendEntries n1→n2 entries=${entries}`)
    .concat('+90 n1@2 leader message.sent AppendEntries n1→n2 entries=2')
    .join('\n');

test('a leader whose heartbeats are printed pauses, and no other', () => {
  const declared = 'trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200\n';
  expect(verdict('late-heartbeat', declared + pauses(''))).toMatchInlineSnapshot(`
    "suspicious (note) term 2, n1: n1, leader, sent n2 nothing for 90 ms, more than half of the shortest election timeout (100 ms)
      6: n1@2 → n2 AppendEntries heartbeat
      7: n1@2 → n2 AppendEntries +1"
  `);
  expect(verdict('late-heartbeat', declared + pauses('2'))).toMatchInlineSnapshot(
    `"unknown: heartbeats that leaders send, and the election timeout"`,
  );
});
