import { divergence } from './divergence.ts';
import type { Question } from './question.ts';
import { stats } from './stats.ts';
import { stepDowns } from './step-downs.ts';
import { terms } from './terms.ts';
import { timers } from './timers.ts';
import { votes } from './votes.ts';

/** Every question that has a name. A new one is a file here and a line. */
export const questions: readonly Question[] = [votes, timers, terms, stepDowns, divergence, stats];

/** The question with this name. */
export function findQuestion(name: string): Question | undefined {
  return questions.find((question) => question.name === name);
}
