import { expect, test } from 'vitest';
import { withStories } from '../../src/stories.ts';
import { judge } from '../judged.ts';
import { script } from '../trace-script.ts';

/** Two candidates of one term count a vote of n1; in between n1 prints what is given. */
const election = (between: string): string =>
  `n1@1 follower node.started
   n2@2 role.changed follower→candidate cause=election-timeout
   n2@2 candidate vote.received n1 true rpcTerm=2
   n2@2 role.changed candidate→leader cause=won-election
   ${between}
   n3@2 role.changed follower→candidate cause=election-timeout
   n3@2 candidate vote.received n1 true rpcTerm=2
   n3@2 role.changed candidate→leader cause=won-election`;

function suspects(text: string): string {
  return judge(script(text, { counted: false }))
    .findings.filter(({ rule }) => rule === 'double-vote')
    .flatMap(({ causes }) => causes.map(({ bug, why }) => `${bug}: ${why}`))
    .join('\n');
}

test('a voter that started again between two votes that were counted had lost the first', () => {
  expect(suspects(election('+5 n1@1 follower node.started'))).toMatchInlineSnapshot(`
    "no-persist-vote: the server restarted between the two votes that were counted: the first was not on its disk
    no-persist-grant: the server granted a vote that was counted, restarted, and knew nothing of it
    no-persist-term: the server restarted between the two votes that were counted: the term of the first may not have been on its disk"
  `);
});

test('a voter that ran on lost nothing', () => {
  expect(suspects(election('+5 n1@2 term.changed 1→2'))).toMatchInlineSnapshot(`""`);
});

test('both leaders are what came of it, though they name other servers', () => {
  const { findings } = judge(script(election('+5 n1@1 follower node.started'), { counted: false }));
  const told = withStories(findings.filter(({ severity }) => severity === 'violation'));
  expect(
    told.map(({ rule, consequenceOf }) => `${rule} of ${told[consequenceOf ?? -1]?.rule}`),
  ).toMatchInlineSnapshot(`
    [
      "double-vote of undefined",
      "election-safety of double-vote",
    ]
  `);
});
