import { expect, test } from 'vitest';
import { termInflation } from '../../src/rules/term-inflation.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(termInflation, text);

test('suspicious: thirty elections in a row', () => {
  expect(
    verdict(
      `n3@2 candidate election.started
       n3@3 candidate election.started
       n3@4 candidate election.started
       n3@5 candidate election.started
       n3@6 candidate election.started
       n3@7 candidate election.started
       n3@8 candidate election.started
       n3@9 candidate election.started
       n3@10 candidate election.started
       n3@11 candidate election.started
       n3@12 candidate election.started
       n3@13 candidate election.started
       n3@14 candidate election.started
       n3@15 candidate election.started
       n3@16 candidate election.started
       n3@17 candidate election.started
       n3@18 candidate election.started
       n3@19 candidate election.started
       n3@20 candidate election.started
       n3@21 candidate election.started
       n3@22 candidate election.started
       n3@23 candidate election.started
       n3@24 candidate election.started
       n3@25 candidate election.started
       n3@26 candidate election.started
       n3@27 candidate election.started
       n3@28 candidate election.started
       n3@29 candidate election.started
       n3@30 candidate election.started
       n3@31 candidate election.started`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (note) term 31, n3: n3 has raised its term from 2 to 31 in 30 elections in a row, and neither led nor heard a leader
      1: n3@2 asks for votes
      30: n3@31 asks for votes"
  `);
});

test.each([
  [
    'fewer',
    `n3@2 candidate election.started
       n3@3 candidate election.started
       n3@4 candidate election.started
       n3@5 candidate election.started
       n3@6 candidate election.started
       n3@7 candidate election.started
       n3@8 candidate election.started
       n3@9 candidate election.started
       n3@10 candidate election.started
       n3@11 candidate election.started
       n3@12 candidate election.started
       n3@13 candidate election.started
       n3@14 candidate election.started
       n3@15 candidate election.started
       n3@16 candidate election.started
       n3@17 candidate election.started
       n3@18 candidate election.started
       n3@19 candidate election.started
       n3@20 candidate election.started
       n3@21 candidate election.started
       n3@22 candidate election.started
       n3@23 candidate election.started
       n3@24 candidate election.started
       n3@25 candidate election.started
       n3@26 candidate election.started
       n3@27 candidate election.started
       n3@28 candidate election.started
       n3@29 candidate election.started
       n3@30 candidate election.started`,
  ],
  [
    'pre-votes raise no term',
    `n3@2 candidate election.started
       n3@2 candidate election.started preVote=true
       n3@3 candidate election.started preVote=true
       n3@4 candidate election.started preVote=true
       n3@5 candidate election.started preVote=true
       n3@6 candidate election.started preVote=true
       n3@7 candidate election.started preVote=true
       n3@8 candidate election.started preVote=true
       n3@9 candidate election.started preVote=true
       n3@10 candidate election.started preVote=true
       n3@11 candidate election.started preVote=true
       n3@12 candidate election.started preVote=true
       n3@13 candidate election.started preVote=true
       n3@14 candidate election.started preVote=true
       n3@15 candidate election.started preVote=true
       n3@16 candidate election.started preVote=true
       n3@17 candidate election.started preVote=true
       n3@18 candidate election.started preVote=true
       n3@19 candidate election.started preVote=true
       n3@20 candidate election.started preVote=true
       n3@21 candidate election.started preVote=true
       n3@22 candidate election.started preVote=true
       n3@23 candidate election.started preVote=true
       n3@24 candidate election.started preVote=true
       n3@25 candidate election.started preVote=true
       n3@26 candidate election.started preVote=true
       n3@27 candidate election.started preVote=true
       n3@28 candidate election.started preVote=true
       n3@29 candidate election.started preVote=true
       n3@30 candidate election.started preVote=true
       n3@31 candidate election.started preVote=true`,
  ],
  [
    'it hears a leader in between',
    `n3@2 candidate election.started
       n3@3 candidate election.started
       n3@4 candidate election.started
       n3@5 candidate election.started
       n3@6 candidate election.started
       n3@7 candidate election.started
       n3@8 candidate election.started
       n3@9 candidate election.started
       n3@10 candidate election.started
       n3@11 candidate election.started
       n3@12 candidate election.started
       n3@13 candidate election.started
       n3@14 candidate election.started
       n3@15 candidate election.started
       n3@16 candidate election.started
       n3@17 candidate election.started
       n3@18 candidate election.started
       n3@19 candidate election.started
       n3@20 candidate election.started
       n3@21 candidate election.started
       n3@22 follower append.accepted
       n3@22 candidate election.started
       n3@23 candidate election.started
       n3@24 candidate election.started
       n3@25 candidate election.started
       n3@26 candidate election.started
       n3@27 candidate election.started
       n3@28 candidate election.started
       n3@29 candidate election.started
       n3@30 candidate election.started
       n3@31 candidate election.started`,
  ],
  [
    'it leads in between',
    `n3@2 candidate election.started
       n3@3 candidate election.started
       n3@4 candidate election.started
       n3@5 candidate election.started
       n3@6 candidate election.started
       n3@7 candidate election.started
       n3@8 candidate election.started
       n3@9 candidate election.started
       n3@10 candidate election.started
       n3@11 candidate election.started
       n3@12 candidate election.started
       n3@13 candidate election.started
       n3@14 candidate election.started
       n3@15 candidate election.started
       n3@16 candidate election.started
       n3@17 candidate election.started
       n3@18 candidate election.started
       n3@19 candidate election.started
       n3@20 candidate election.started
       n3@21 candidate election.started
       n3@21 role.changed candidate→leader
       n3@22 candidate election.started
       n3@23 candidate election.started
       n3@24 candidate election.started
       n3@25 candidate election.started
       n3@26 candidate election.started
       n3@27 candidate election.started
       n3@28 candidate election.started
       n3@29 candidate election.started
       n3@30 candidate election.started
       n3@31 candidate election.started`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([
  ['no election', `n1@2 leader message.sent AppendEntries n1→n2`, 'elections with their terms'],
])('unknown: %s', (_, text, missing) => {
  expect(verdict(text)).toBe(`unknown: ${missing}`);
});
