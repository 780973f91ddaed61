import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { receivedPreVoteResponse } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'higher-term-ignored',
    when: receivedPreVoteResponse,
    confidence: 0.9,
    why: 'the newer term came in an answer to a pre-vote',
  },
];

/** The answer to a pre-vote teaches no term. */
export const preVoteAnswerTermIgnored: Cause = {
  name: 'pre-vote-answer-term-ignored',
  title: 'The answer to a pre-vote teaches no term',
  harmless: false,
  explains: ['higher-term-ignored'],
  story:
    'A server that is terms behind asks for pre-votes and is refused, as its term is old. ' +
    'The refusals carry the newer term, but only other messages are looked at for it. Nobody ' +
    'else speaks to it, so it asks in the old term for ever, and cannot help to elect ' +
    'anybody (Raft §5.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
