import type { Server } from '@raftlens/core';
import type { Scheduler, Thread } from './scheduler.ts';

/** What happens between a thread and a lock, or a channel. */
export type LockStep = 'waiting' | 'acquired' | 'released';

/** Tells the trace of a lock. */
export type TellLock = (step: LockStep, lock: string, thread: Thread, heldMs?: number) => void;

/**
 * Tells `lock.*` among the events of `server`, numbered by the same counter, so that a line that is
 * missing among either shows.
 */
export function createTellLock(server: Server, scheduler: Scheduler): TellLock {
  return (step, lock, { name }, heldMs) => {
    server.watch?.other(server);
    if (server.observer === undefined) return;
    server.seq += 1;
    const head = {
      time: server.clockBaseMs + scheduler.nowMs(),
      node: server.id,
      seq: server.seq,
      inc: server.incarnation,
      term: server.currentTerm,
      role: server.role,
      group: server.group,
      run: server.run,
    };
    if (step === 'released') {
      server.observer({ ...head, event: 'lock.released', lock, thread: name, heldMs });
    } else {
      server.observer({ ...head, event: `lock.${step}`, lock, thread: name });
    }
  };
}
