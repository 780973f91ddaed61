import { expect, test } from 'vitest';
import { termMonotonic } from '../../src/rules/term-monotonic.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(termMonotonic, text);

test('violated: back within a life', () => {
  expect(
    verdict(
      `n1@5 follower term.changed 4→5
       n1@4 role.changed follower→candidate`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 went back from term 5 to term 4
      1: n1@5 term 4 ⇒ 5
      2: n1@4 follower ⇒ candidate"
  `);
});

test('violated: back with lines lost between', () => {
  expect(
    verdict(
      `n1@5 vote.granted n2
       ~ n1@3 vote.granted n3`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 3, n1: n1 went back from term 5 to term 3
      1: n1@5 votes for n2
      2: n1@3 votes for n3"
  `);
});

test('violated: what was durable is gone after a restart', () => {
  expect(
    verdict(
      `n1@5 state.persisted currentTerm=5
       n1@5 node.crashed
       n1@4 node.started`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 went back from term 5 to term 4
      1: n1@5 persists (term 5, vote none)
      3: n1@4 starts"
  `);
});

test('violated: what was durable is gone, as a later line shows', () => {
  expect(
    verdict(
      `n1@5 state.persisted currentTerm=5
       n1@5 node.crashed
       n1 node.started
       n1@4 vote.granted n2`,
    ),
  ).toMatchInlineSnapshot(`
    "violated (violation) term 4, n1: n1 went back from term 5 to term 4
      1: n1@5 persists (term 5, vote none)
      4: n1@4 votes for n2"
  `);
});

test.each([
  [
    'it grows',
    `n1@1 term.changed 0→1
       n1@2 vote.granted n2
       n1@7 role.changed follower→candidate`,
  ],
  [
    'a term that was never durable is lost in a crash',
    `n1@4 state.persisted currentTerm=4
       n1@5 term.changed 4→5
       n1@5 node.crashed
       n1@4 node.started
       n1@4 append.accepted`,
  ],
  [
    'each server by itself',
    `n1@5 vote.granted n3
       n2@4 vote.granted n3`,
  ],
  [
    'a pre-vote asks for a term that is not there yet',
    `n1@5 pre-candidate election.started preVote=true
       n2@5 vote.granted n1 preVote=true
       n1@5 role.changed pre-candidate→follower`,
  ],
  [
    'time goes back',
    `n1@5 vote.granted n3
       +-300 n1@6 vote.granted n3`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  [
    'the line of the restart is missing',
    `n1@4 state.persisted currentTerm=4
       n1@5 vote.granted n2
       ~ n1@4 append.accepted inc=1`,
    '3 lines lost (gaps in seq)',
  ],
  ['no terms', `n1 role.changed follower→candidate`, 'the term of the server on each line'],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
