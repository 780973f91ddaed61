import type { Core, Effects, Message, Server } from '@raftlens/core';
import { createRandom } from '../random.ts';
import { createChannel } from './channel.ts';
import { type Committed, createHandOver } from './hand-over.ts';
import type { HostFault } from './host-fault.ts';
import { createMutex } from './mutex.ts';
import { createScheduler } from './scheduler.ts';
import { createTellLock } from './tell-lock.ts';
import { type Act, applier, guarded, type Shared } from './thread-bodies.ts';

/**
 * The threads of one server: one for each message and each call, one for each timer that fires, and
 * the applier. All of them take `mu` before they touch the core; committed entries go to the
 * applier by way of `applyCh`.
 */
export interface HostThreads {
  receive(message: Message, nowMs: number): void;
  /** Has `act` run by a thread of its own that has `mu`, such as a client's call. */
  call(name: string, act: (core: Core, nowMs: number) => void, nowMs: number): void;
  /** Nobody has `mu`. */
  idle(): boolean;
  /** Lets all threads go on that are due. */
  run(nowMs: number): void;
  /** When the next thread or timer is due, ms. */
  nextTime(): number;
  /** What the core wants done, with what was applied in place of what was committed. */
  takeEffects(): Effects;
}

/** What the threads of a server are made of. */
export interface HostOptions {
  readonly core: Core;
  readonly server: Server;
  /** Decides how loaded the machine is, and in which order threads run. */
  readonly seed: number;
  readonly fault: HostFault | undefined;
  readonly startMs: number;
}

/** Median pauses of a thread, ms: an idle machine, one at work, one that is loaded. */
const loads = [0.01, 0.1, 0.5, 2] as const;
/** Entries that `applyCh` has room for. */
const capacity = 6;

/** Starts the threads of a server. */
export function createHostThreads(options: HostOptions): HostThreads {
  const { core, server, fault, startMs } = options;
  const random = createRandom(options.seed, 'threads');
  const pauseMs = loads[random.integer(0, loads.length - 1)] ?? loads[0];
  const scheduler = createScheduler(random, pauseMs, startMs);
  const tell = createTellLock(server, scheduler);
  const mu = createMutex({ name: 'mu', scheduler, random, tell });
  const applyCh = createChannel<Committed>({ name: 'applyCh', capacity, scheduler, tell });
  const handOver = createHandOver();
  const shared: Shared = { mu, applyCh, handOver, fault, sending: false };
  let started = 0;
  let timerRuns = false;

  const start = (name: string, act: Act, nowMs: number): void => {
    started += 1;
    scheduler.start(`${name}-${started}`, (thread) => guarded(shared, thread, act), nowMs);
  };

  scheduler.start('applier', (thread) => applier(shared, thread), startMs);

  return {
    receive(message, nowMs) {
      const handle: Act = () => {
        core.receive(server, message, scheduler.nowMs());
        return isStale(message, server, fault) ? 'returns-early' : undefined;
      };
      start('rpc', handle, nowMs);
    },
    call(name, act, nowMs) {
      const once: Act = () => {
        act(core, scheduler.nowMs());
        return undefined;
      };
      start(name, once, nowMs);
    },
    idle: mu.free,
    run(nowMs) {
      scheduler.run(nowMs);
      if (timerRuns || core.nextDeadline(server) > nowMs) return;
      timerRuns = true;
      const fire: Act = () => {
        core.tick(server, scheduler.nowMs());
        timerRuns = false;
        return undefined;
      };
      start('timer', fire, nowMs);
    },
    nextTime() {
      const timer = timerRuns ? Number.POSITIVE_INFINITY : core.nextDeadline(server);
      return Math.min(timer, scheduler.nextTime());
    },
    takeEffects: () => handOver.exchange(core.takeEffects(server)),
  };
}

/** The faulty branch: a reply of an older term, of the kind that the fault is about. */
function isStale(message: Message, server: Server, fault: HostFault | undefined): boolean {
  if (message.kind !== fault?.keepsLockOn || !('requestTerm' in message)) return false;
  return message.requestTerm < server.currentTerm;
}
