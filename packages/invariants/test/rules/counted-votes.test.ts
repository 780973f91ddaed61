import type { EventOf } from '@raftlens/trace';
import { expect, test } from 'vitest';
import type { RuleContext } from '../../src/rule-context.ts';
import { createCountedVotes } from '../../src/rules/counted-votes.ts';

const vote = (node: string, rpcTerm: number): EventOf<'vote.received'> => ({
  event: 'vote.received',
  time: rpcTerm,
  node,
  from: 'n3',
  granted: true,
  rpcTerm,
});

test('a vote is remembered while no 4096 others have come, and no more than twice as long', () => {
  const terms: (number | undefined)[] = [];
  const context: Pick<RuleContext, 'report'> = { report: ({ term }) => terms.push(term) };
  const votes = createCountedVotes(context as RuleContext);
  for (let term = 1; term <= 4096; term += 1) votes.count(vote('n1', term));
  votes.count(vote('n2', 1));
  for (let term = 4097; term <= 8192; term += 1) votes.count(vote('n1', term));
  votes.count(vote('n2', 2));
  votes.count(vote('n2', 4097));
  expect(terms).toEqual([1, 4097]);
});
