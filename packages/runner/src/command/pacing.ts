import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { availableMemory } from './available-memory.ts';

/** What to wait for before a run starts. */
export interface Pacing {
  /** Between two starts, ms. */
  readonly delayMs: number;
  /** Starts are at multiples of this, ms; 0 for no matter when. */
  readonly everyMs: number;
  /** No run starts while the machine's load is above. */
  readonly load: number | undefined;
  /**
   * No run starts while less memory is free, bytes; below half of it the youngest run is ended, to
   * be made again.
   */
  readonly memFree: number | undefined;
  /** How much is free; the machine's memory where it is left out. */
  readonly freeMemory?: (() => number) | undefined;
}

/** Lets one run after the other start. */
export interface Pace {
  /** Resolves when the next run may start; at once when the signal aborts. */
  next(signal: AbortSignal): Promise<void>;
  pause(): void;
  resume(): void;
  readonly paused: boolean;
}

const lookAgainMs = 250;

/** Makes the pace of a loop. */
export function createPace(pacing: Pacing): Pace {
  let freeAt = 0;
  let lastStart = Number.NEGATIVE_INFINITY;
  let paused = false;
  const began = performance.now();
  const { freeMemory = availableMemory } = pacing;

  /** When the next start may be; each one that asks gets a later time. */
  const slot = (): number => {
    const now = performance.now();
    let at = Math.max(now, freeAt, lastStart + pacing.delayMs);
    if (pacing.everyMs > 0) {
      at = began + Math.ceil((at - began) / pacing.everyMs) * pacing.everyMs;
      freeAt = at + pacing.everyMs / 2;
    }
    lastStart = at;
    return at;
  };
  const full = (): boolean =>
    paused ||
    (pacing.load !== undefined && (loadavg()[0] ?? 0) > pacing.load) ||
    (pacing.memFree !== undefined && freeMemory() < pacing.memFree);

  return {
    async next(signal) {
      while (full() && !signal.aborted) await wait(lookAgainMs, signal);
      if (pacing.delayMs === 0 && pacing.everyMs === 0) return;
      await wait(slot() - performance.now(), signal);
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
    },
    get paused() {
      return paused;
    },
  };
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return;
  await sleep(ms, undefined, { signal }).catch(() => {});
}
