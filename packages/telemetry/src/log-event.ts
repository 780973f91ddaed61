import { type EventName, renderEvent, type TraceEvent } from '@raftlens/trace';
import type { Logger } from 'pino';

type Level = 'info' | 'warn' | 'error';

/**
 * What deserves more than `info`. Nothing is below it: pino's own threshold would then drop events,
 * and a trace with holes is worse than a long one.
 */
const levels: Readonly<Partial<Record<EventName, Level>>> = {
  'node.crashed': 'warn',
  'fault.injected': 'warn',
  'test.observed': 'warn',
  'test.failed': 'error',
};

/**
 * Logs an event through a pino logger: its fields, its own time, and its rendering as `msg`. With
 * `raftTraceDestination` the line decodes to the same event.
 */
export function logEvent(logger: Pick<Logger, Level>, event: TraceEvent): void {
  const { at: _, ...fields } = event;
  logger[levels[event.event] ?? 'info'](fields, '%s', renderEvent(event));
}
