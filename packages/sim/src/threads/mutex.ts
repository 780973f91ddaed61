import type { Random } from '../random.ts';
import type { Scheduler, Thread, ThreadBody } from './scheduler.ts';
import type { TellLock } from './tell-lock.ts';

/** A lock that one thread has at a time; both taking and releasing it take a pause. */
export interface Mutex {
  /** Nobody has it. */
  free(): boolean;
  lock(thread: Thread): ThreadBody;
  unlock(thread: Thread): ThreadBody;
}

/** What a mutex works with. */
export interface MutexOptions {
  readonly name: string;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly tell: TellLock;
}

/**
 * Of those that wait, chance decides who is next: a lock of Go keeps no order under load either.
 */
export function createMutex({ name, scheduler, random, tell }: MutexOptions): Mutex {
  const waiting: Thread[] = [];
  let holder: Thread | undefined;
  let sinceMs = 0;
  return {
    free: () => holder === undefined,
    *lock(thread) {
      if (holder === undefined) {
        holder = thread;
        yield 'pause';
      } else {
        tell('waiting', name, thread);
        waiting.push(thread);
        // Whoever releases it hands it over.
        yield 'park';
      }
      sinceMs = scheduler.nowMs();
      tell('acquired', name, thread);
    },
    *unlock(thread) {
      tell('released', name, thread, Math.round((scheduler.nowMs() - sinceMs) * 1000) / 1000);
      [holder] = waiting.splice(random.integer(0, Math.max(0, waiting.length - 1)), 1);
      if (holder !== undefined) scheduler.wake(holder);
      yield 'pause';
    },
  };
}
