import type { TraceEvent } from '@raftlens/trace';

/** Learns a cluster's longest election timeout. */
export interface ElectionTimeout {
  observe(event: TraceEvent): void;
  /** In ms; undefined while nothing has told it. */
  value(): number | undefined;
  /** A line declares it. */
  declared(): boolean;
}

/**
 * Takes what is declared; else the longest election timer set or fired; else the longest pause
 * between two elections that one server started one after the other while it stayed candidate.
 */
export function createElectionTimeout(): ElectionTimeout {
  let declared: number | undefined;
  let timers: number | undefined;
  let pauses: number | undefined;
  const lastElections = new Map<string, number>();

  const learnPause = (node: string, time: number): void => {
    const last = lastElections.get(node);
    lastElections.set(node, time);
    if (last !== undefined && time > last) pauses = Math.max(pauses ?? 0, time - last);
  };

  return {
    observe(event) {
      if (event.event === 'trace.started') {
        declared = event.config?.electionTimeoutMs?.[1] ?? declared;
      }
      if (declared !== undefined) return;
      if (event.event === 'timer.started' && event.timer === 'election') {
        if (event.timeoutMs !== undefined) timers = Math.max(timers ?? 0, event.timeoutMs);
      } else if (event.event === 'timer.expired' && event.timer === 'election') {
        if (event.elapsedMs !== undefined) timers = Math.max(timers ?? 0, event.elapsedMs);
      } else if (event.event === 'election.started' && event.node !== undefined) {
        learnPause(event.node, event.time);
      } else if (event.event === 'role.changed' && event.node !== undefined) {
        // A candidate that stays one says nothing; any other change means it heard of a leader.
        if (event.from !== 'candidate' || event.to !== 'candidate')
          lastElections.delete(event.node);
      }
    },
    declared: () => declared !== undefined,
    value: () => declared ?? timers ?? pauses,
  };
}
