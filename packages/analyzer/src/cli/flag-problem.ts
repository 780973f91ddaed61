import { catalogue } from '@raftlens/trace';
import { matchesEvent } from '../render/event-filter.ts';
import type { AnalyzeFlags } from './analyze-flags.ts';
import { closest } from './closest.ts';
import { readTermRange } from './term-range.ts';

const eventNames = Object.keys(catalogue);

/** What is wrong with the values of the flags, in words for the user, if anything is. */
export function flagProblem({ term, events }: AnalyzeFlags): string | undefined {
  if (term !== undefined && readTermRange(term) === undefined) {
    return `--term takes a term or a range such as 3-5, not ${JSON.stringify(term)}`;
  }
  for (const pattern of events ?? []) {
    if (eventNames.some((name) => matchesEvent(pattern, name))) continue;
    const near = closest(pattern, eventNames);
    const hint =
      near === undefined ? "; 'role.*' takes all that begin so" : `; did you mean ${near}?`;
    return `there is no event ${JSON.stringify(pattern)}${hint}`;
  }
  return undefined;
}
