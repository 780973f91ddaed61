import type { EventOf, TraceEvent } from '@raftlens/trace';

/** A thread has a lock, or waits for one. */
export interface Hold {
  readonly lock: string;
  readonly thread: string;
  readonly event: EventOf<'lock.acquired' | 'lock.waiting'>;
}

/** Who has and who waits for the locks of each server, as the lines up to now say. */
export interface LockTable {
  /** Takes the next line of a lock. */
  observe(event: EventOf<'lock.waiting' | 'lock.acquired' | 'lock.released'>): void;
  /** The server starts anew or is gone, and its threads with it. */
  forget(event: TraceEvent): void;
  /** The threads of `node` that have `lock`; more than one for a channel with room. */
  holders(node: string, lock: string): readonly Hold[];
  /** What `thread` of `node` waits for; a thread waits for one lock at a time. */
  waitOf(node: string, thread: string): Hold | undefined;
  /** Every wait of `node`, the longest first. */
  waits(node: string): Iterable<Hold>;
  /** Servers of which there are such lines. */
  nodes(): Iterable<string>;
}

interface ServerLocks {
  readonly held: Map<string, Hold[]>;
  readonly waits: Map<string, Hold>;
}

/**
 * Keeps what each thread says of itself. Lines of different threads may be told in another order
 * than they happened; those of one thread are not.
 */
export function createLockTable(): LockTable {
  const servers = new Map<string, ServerLocks>();
  const locksOf = (node: string): ServerLocks => {
    let locks = servers.get(node);
    if (locks === undefined) {
      locks = { held: new Map(), waits: new Map() };
      servers.set(node, locks);
    }
    return locks;
  };
  return {
    observe(event) {
      const { node, lock, thread } = event;
      if (node === undefined || thread === undefined) return;
      const { held, waits } = locksOf(node);
      if (event.event === 'lock.waiting') {
        waits.set(thread, { lock, thread, event });
        return;
      }
      waits.delete(thread);
      const holds = held.get(lock) ?? [];
      const others = holds.filter((hold) => hold.thread !== thread);
      if (event.event === 'lock.acquired') held.set(lock, [...others, { lock, thread, event }]);
      // A lock may be released by another thread than the one that took it.
      else if (others.length > 0 && others.length < holds.length) held.set(lock, others);
      else held.delete(lock);
    },
    forget({ node }) {
      if (node !== undefined) servers.delete(node);
    },
    holders: (node, lock) => servers.get(node)?.held.get(lock) ?? [],
    waitOf: (node, thread) => servers.get(node)?.waits.get(thread),
    waits: (node) => servers.get(node)?.waits.values() ?? [],
    nodes: () => servers.keys(),
  };
}
