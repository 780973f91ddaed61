import { createEventQueue } from '../event-queue.ts';
import type { Random } from '../random.ts';

/** What a thread waits for: a little time to pass, or another thread to wake it. */
export type Wait = 'pause' | 'park';

/** What a thread does, up to each point at which it waits. */
export type ThreadBody = Generator<Wait, void, undefined>;

/** One thread of a server. */
export interface Thread {
  readonly name: string;
  readonly body: ThreadBody;
}

/** Runs the threads of one server in virtual time; between two waits a thread is alone. */
export interface Scheduler {
  /** Time of the step at work, ms. */
  nowMs(): number;
  /** Starts a thread, which runs for the first time after a pause. */
  start(name: string, body: (thread: Thread) => ThreadBody, nowMs: number): void;
  /** Lets a parked thread go on, after a pause. */
  wake(thread: Thread): void;
  /** When the next thread goes on; Infinity when all are parked. */
  nextTime(): number;
  /** Lets every thread go on that is due by `nowMs`. */
  run(nowMs: number): void;
}

/** No two steps of a thread are at one instant, ms. */
const shortestPauseMs = 0.001;

/** A pause has the median `pauseMs`, with a long tail: how loaded the machine is. */
export function createScheduler(random: Random, pauseMs: number, startMs: number): Scheduler {
  const queue = createEventQueue<Thread>();
  let nowMs = startMs;
  const pause = (thread: Thread): void => {
    const delayMs = Math.max(shortestPauseMs, random.halfLives() * pauseMs);
    queue.push(Math.round((nowMs + delayMs) * 1000) / 1000, thread);
  };
  return {
    nowMs: () => nowMs,
    start(name, body, startedMs) {
      nowMs = startedMs;
      const thread: { name: string; body: ThreadBody } = { name, body: nothing() };
      thread.body = body(thread);
      pause(thread);
    },
    wake: pause,
    nextTime: () => queue.nextTime(),
    run(untilMs) {
      while (queue.nextTime() <= untilMs) {
        nowMs = queue.nextTime();
        const thread = queue.pop();
        if (thread?.body.next().value === 'pause') pause(thread);
      }
      nowMs = untilMs;
    },
  };
}

function* nothing(): ThreadBody {}
