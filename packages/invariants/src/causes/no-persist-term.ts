import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { acrossLives, countedAcrossLives, endsWithStart } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'term-monotonic',
    when: endsWithStart,
    confidence: 0.9,
    why: 'the server came back from a restart in an older term than it had told others',
  },
  {
    rule: 'double-vote',
    when: acrossLives,
    confidence: 0.5,
    why:
      'the server restarted between its two votes: the term of the first may not have ' +
      'been on its disk',
  },
  {
    rule: 'double-vote',
    when: countedAcrossLives,
    confidence: 0.5,
    why:
      'the server restarted between the two votes that were counted: the term of the first may ' +
      'not have been on its disk',
  },
];

/** currentTerm is never written to disk. */
export const noPersistTerm: Cause = {
  name: 'no-persist-term',
  title: 'currentTerm is never written to disk',
  harmless: false,
  explains: ['term-monotonic', 'double-vote'],
  story:
    'A restarted server begins in term 0 again. It votes in terms in which it has voted ' +
    'already, and believes leaders whom the others have left behind. Figure 2 asks for ' +
    'currentTerm on disk before any answer. NATS wrote it and did not wait for the disk.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
