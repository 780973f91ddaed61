import type { EventOf, TraceEvent } from '@raftlens/trace';

/** What must not reset an election timer. */
export type Refused = EventOf<'append.rejected' | 'vote.denied'>;
/** What must. */
export type Valid = EventOf<'append.accepted' | 'vote.granted'>;

/** What one server's latest lines say of its election timer. */
export interface Timer {
  received: EventOf<'message.received'> | undefined;
  started: EventOf<'timer.started'> | undefined;
  /** When the last ones were started, ms. */
  readonly starts: number[];
  /** A vote denied, or an AppendEntries of an older term. */
  refused: Refused | undefined;
  /** A change of term or role, which may restart the timer too. */
  changed: number;
  valid: Valid | undefined;
}

/** The latest lines of each server. */
export interface TimerTable {
  of(node: string): Timer;
  /** Term or role change. */
  change(event: TraceEvent): void;
  /** A life ends or begins. */
  forget(event: TraceEvent): void;
}

/** Starts with no line; most events are of the server of the one before. */
export function createTimerTable(): TimerTable {
  const timers = new Map<string, Timer>();
  let latest: Timer | undefined;
  let latestNode = '';
  const of = (node: string): Timer => {
    if (latest !== undefined && latestNode === node) return latest;
    latest = timers.get(node) ?? {
      received: undefined,
      started: undefined,
      starts: [],
      refused: undefined,
      changed: -1,
      valid: undefined,
    };
    latestNode = node;
    timers.set(node, latest);
    return latest;
  };
  return {
    of,
    change({ node, seq }) {
      if (node !== undefined && seq !== undefined) of(node).changed = seq;
    },
    forget({ node }) {
      if (node !== undefined) timers.delete(node);
      latest = undefined;
    },
  };
}
