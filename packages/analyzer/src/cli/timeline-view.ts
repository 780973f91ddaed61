import type { TraceEvent } from '@raftlens/trace';
import { createTimeline, type Timeline } from '../render/timeline.ts';
import type { AnalyzeFlags } from './analyze-flags.ts';
import { flagFilter } from './flag-filter.ts';

/** Events that are left out unless asked for: there are many, and they seldom tell the story. */
const noise = new Set<string>([
  'message.sent',
  'message.received',
  'message.dropped',
  'message.duplicated',
  'timer.started',
  'state.persisted',
  'progress.updated',
  'append.accepted',
  'client.invoked',
  'client.returned',
]);

/** The timeline that the flags ask for. */
export function createTimelineView(
  flags: AnalyzeFlags,
  page: { readonly width: number; readonly colour: boolean },
): Timeline {
  const passes = flagFilter(flags);
  const shows = (event: TraceEvent): boolean =>
    passes(event) && (flags.events !== undefined || !isNoise(event));
  return createTimeline({ ...page, shows, nodes: flags.nodes });
}

function isNoise(event: TraceEvent): boolean {
  if (event.event === 'timer.expired') return event.timer !== 'election';
  return noise.has(event.event);
}
