import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { receivedAppendResponse } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'higher-term-ignored',
    when: receivedAppendResponse,
    confidence: 0.95,
    why: 'the newer term came in an answer to AppendEntries, and the leader paid no heed',
  },
  {
    rule: 'phantom-contact',
    confidence: 0.7,
    why: 'the term of answers to AppendEntries is not looked at',
  },
];

/** A leader ignores a newer term in the answer to AppendEntries. */
export const appendResponseTermIgnored: Cause = {
  name: 'append-response-term-ignored',
  title: 'A leader ignores a newer term in the answer to AppendEntries',
  harmless: false,
  explains: ['higher-term-ignored', 'stale-leader', 'phantom-contact'],
  story:
    'Followers refuse a leader of an older term and say their own. Where the leader looks ' +
    'only at success or failure it never learns that it was deposed, and goes on for as long ' +
    'as nobody calls it. Every term in every message and answer must be looked at (Raft ' +
    '§5.1). willemt/raft had it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
