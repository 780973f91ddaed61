import { expect, test } from 'vitest';
import { disruptiveServer } from '../../src/rules/disruptive-server.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(disruptiveServer, text);

test('suspicious: five leaders in a row', () => {
  expect(
    verdict(
      `n1@2 role.changed candidate→leader
       n4@3 candidate election.started
       n1@3 role.changed leader→follower cause=higher-term
       n1@4 role.changed candidate→leader
       n4@5 candidate election.started
       n1@5 role.changed leader→follower cause=higher-term
       n1@6 role.changed candidate→leader
       n4@7 candidate election.started
       n1@7 role.changed leader→follower cause=higher-term
       n1@8 role.changed candidate→leader
       n4@9 candidate election.started
       n1@9 role.changed leader→follower cause=higher-term
       n1@10 role.changed candidate→leader
       n4@11 candidate election.started
       n1@11 role.changed leader→follower cause=higher-term`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (note) term 11, n4: n4 has unseated 5 leaders in a row, in elections that it did not win
      2: n4@3 asks for votes
      14: n4@11 asks for votes
      15: n1@11 leader ⇒ follower (higher-term)"
  `);
});

test.each([
  [
    'four leaders',
    `n1@2 role.changed candidate→leader
       n4@3 candidate election.started
       n1@3 role.changed leader→follower cause=higher-term
       n1@4 role.changed candidate→leader
       n4@5 candidate election.started
       n1@5 role.changed leader→follower cause=higher-term
       n1@6 role.changed candidate→leader
       n4@7 candidate election.started
       n1@7 role.changed leader→follower cause=higher-term
       n1@8 role.changed candidate→leader
       n4@9 candidate election.started
       n1@9 role.changed leader→follower cause=higher-term`,
  ],
  [
    'it leads in between',
    `n1@2 role.changed candidate→leader
       n4@3 candidate election.started
       n1@3 role.changed leader→follower cause=higher-term
       n1@4 role.changed candidate→leader
       n4@5 candidate election.started
       n1@5 role.changed leader→follower cause=higher-term
       n1@6 role.changed candidate→leader
       n4@7 candidate election.started
       n1@7 role.changed leader→follower cause=higher-term
       n4@10 role.changed candidate→leader
       n4@10 role.changed leader→follower
       n1@12 role.changed candidate→leader
       n4@13 candidate election.started
       n1@13 role.changed leader→follower cause=higher-term
       n1@14 role.changed candidate→leader
       n4@15 candidate election.started
       n1@15 role.changed leader→follower cause=higher-term
       n1@16 role.changed candidate→leader
       n4@17 candidate election.started
       n1@17 role.changed leader→follower cause=higher-term`,
  ],
  [
    'pre-votes unseat nobody',
    `n1@2 role.changed candidate→leader
       n4@3 candidate election.started preVote=true
       n1@3 role.changed leader→follower cause=higher-term
       n1@4 role.changed candidate→leader
       n4@5 candidate election.started preVote=true
       n1@5 role.changed leader→follower cause=higher-term
       n1@6 role.changed candidate→leader
       n4@7 candidate election.started preVote=true
       n1@7 role.changed leader→follower cause=higher-term
       n1@8 role.changed candidate→leader
       n4@9 candidate election.started preVote=true
       n1@9 role.changed leader→follower cause=higher-term
       n1@10 role.changed candidate→leader
       n4@11 candidate election.started preVote=true
       n1@11 role.changed leader→follower cause=higher-term
       n2@30 candidate election.started`,
  ],
  [
    'others campaign in the same terms',
    `n1@2 role.changed candidate→leader
       n4@3 candidate election.started
       n3@3 candidate election.started
       n1@3 role.changed leader→follower
       n1@4 role.changed candidate→leader
       n4@5 candidate election.started
       n3@5 candidate election.started
       n1@5 role.changed leader→follower
       n1@6 role.changed candidate→leader
       n4@7 candidate election.started
       n3@7 candidate election.started
       n1@7 role.changed leader→follower
       n1@8 role.changed candidate→leader
       n4@9 candidate election.started
       n3@9 candidate election.started
       n1@9 role.changed leader→follower
       n1@10 role.changed candidate→leader
       n4@11 candidate election.started
       n3@11 candidate election.started
       n1@11 role.changed leader→follower
       n1@12 role.changed candidate→leader
       n4@13 candidate election.started
       n3@13 candidate election.started
       n1@13 role.changed leader→follower`,
  ],
])('holds: %s', (_, text) => {
  expect(verdict(text)).toBe('holds');
});

test.each([['no election', `n1@2 role.changed leader→follower`, 'elections with their terms']])(
  'unknown: %s',
  (_, text, missing) => {
    expect(verdict(text)).toBe(`unknown: ${missing}`);
  },
);
