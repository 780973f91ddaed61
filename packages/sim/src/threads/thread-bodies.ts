import type { Channel } from './channel.ts';
import type { Committed, HandOver } from './hand-over.ts';
import type { HostFault } from './host-fault.ts';
import type { Mutex } from './mutex.ts';
import type { Thread, ThreadBody } from './scheduler.ts';

/** What the threads of one server share. */
export interface Shared {
  readonly mu: Mutex;
  readonly applyCh: Channel<Committed>;
  readonly handOver: HandOver;
  readonly fault: HostFault | undefined;
  /** A thread is sending on `applyCh`. */
  sending: boolean;
}

/** What is done under the lock; it may tell its thread to return at once. */
export type Act = () => 'returns-early' | undefined;

/** Does `act` under `mu`, then hands over what was committed; that is a thread's whole life. */
export function* guarded(shared: Shared, thread: Thread, act: Act): ThreadBody {
  yield* shared.mu.lock(thread);
  if (act() === 'returns-early') return;
  // What the core wants done is taken meanwhile.
  yield 'pause';
  if (shared.fault?.sendsUnderLock === true) yield* sendReady(shared, thread);
  yield* shared.mu.unlock(thread);
  yield* sendReady(shared, thread);
}

/** Takes entries from `applyCh` and applies them, one after the other. */
export function* applier({ mu, applyCh, handOver }: Shared, thread: Thread): ThreadBody {
  for (;;) {
    const next = yield* applyCh.receive(thread);
    // A service looks at the server before it applies: does it lead, and in which term?
    yield* mu.lock(thread);
    yield 'pause';
    yield* mu.unlock(thread);
    handOver.applied(next);
    applyCh.done(thread);
  }
}

/** One thread sends at a time, so that entries stay in order. */
function* sendReady(shared: Shared, thread: Thread): ThreadBody {
  if (shared.sending) return;
  shared.sending = true;
  const { handOver, applyCh } = shared;
  for (let next = handOver.next(); next !== undefined; next = handOver.next()) {
    yield* applyCh.send(thread, next);
  }
  shared.sending = false;
}
