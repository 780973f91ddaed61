import type { Cause } from '../cause.ts';
import { type Clue, followClues, type Shape } from './clues.ts';

/** One voter comes and one goes. */
const swaps: Shape = ({ evidence }) => {
  const [before = [], now = []] = evidence.map((line) => ('voters' in line ? line.voters : []));
  const added = now.filter((id) => !before.includes(id));
  return added.length === 1 && before.filter((id) => !now.includes(id)).length === 1;
};

const clues: readonly Clue[] = [
  {
    rule: 'single-server-step',
    when: swaps,
    confidence: 0.85,
    why: 'one voter comes and another goes in the same step',
  },
  {
    rule: 'single-server-step',
    confidence: 0.3,
    why: 'voters come and go in the same step, and no joint configuration leads there',
  },
];

/** One server is exchanged for another in one step. */
export const swapInOneStep: Cause = {
  name: 'swap-in-one-step',
  title: 'One server is exchanged for another in one step',
  harmless: false,
  explains: ['single-server-step'],
  story:
    'The number of voters stays the same, so replacing one server looks like a small ' +
    'change. It is two: of three voters {1 2 3} and {1 2 4} both {1 3} and {2 4} are ' +
    'majorities, and they share no server. A replacement is an addition and then a ' +
    'removal, or goes through a joint configuration (thesis §4.1, Raft §6).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
