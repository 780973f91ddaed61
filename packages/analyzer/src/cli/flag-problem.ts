import { catalogue } from '@raftlens/trace';
import { matchesEvent } from '../render/event-filter.ts';
import type { AnalyzeFlags } from './analyze-flags.ts';
import { closest } from './closest.ts';
import { readLinePlace } from './line-place.ts';
import { readMoment } from './moment.ts';
import { readTermRange } from './term-range.ts';

const eventNames = Object.keys(catalogue);

/** What is wrong with the values of the flags, in words for the user, if anything is. */
export function flagProblem(flags: AnalyzeFlags): string | undefined {
  const { term, events, around, outputs } = flags;
  for (const name of ['from', 'to'] as const) {
    const time = flags[name];
    if (time === undefined || readMoment(time) !== undefined) continue;
    return `--${name} takes a time such as 15:45:58.2, not ${JSON.stringify(time)}`;
  }
  if (around !== undefined && readLinePlace(around) === undefined) {
    return `--around takes LINE or FILE:LINE, not ${JSON.stringify(around)}`;
  }
  const [first, second] = outputs;
  if (second !== undefined) return `--${first} and --${second} both print; choose one`;
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
