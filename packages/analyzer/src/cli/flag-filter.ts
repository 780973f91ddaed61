import type { TraceEvent } from '@raftlens/trace';
import { createEventFilter } from '../render/event-filter.ts';
import type { AnalyzeFlags } from './analyze-flags.ts';
import { isNear, readLinePlace } from './line-place.ts';
import { readMoment } from './moment.ts';
import { readTermRange } from './term-range.ts';

/** Tells whether an event is among those that the flags ask for. */
export function flagFilter(flags: AnalyzeFlags): (event: TraceEvent) => boolean {
  const { term, from, to, around } = flags;
  const passes = createEventFilter({
    nodes: flags.nodes,
    runs: flags.runs,
    terms: term === undefined ? undefined : readTermRange(term),
    events: flags.events,
    from: from === undefined ? undefined : readMoment(from),
    to: to === undefined ? undefined : readMoment(to),
  });
  const place = around === undefined ? undefined : readLinePlace(around);
  return place === undefined ? passes : (event) => isNear(place, event.at) && passes(event);
}
