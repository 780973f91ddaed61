import type { TraceEvent } from '@raftlens/trace';

type Bare<Event> = Event extends TraceEvent ? Omit<Event, 'time' | 'run' | 'at'> : never;

/** An event that has not been told yet when and where it was, and in which test. */
export type BareEvent = Bare<TraceEvent>;
