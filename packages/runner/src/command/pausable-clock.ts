/** A clock that stands still while everything is suspended. */
export interface PausableClock {
  /** Milliseconds since it was made, without those in which it was paused. */
  now(): number;
  pause(): void;
  resume(): void;
}

/** Starts a clock at zero. */
export function createPausableClock(read: () => number = () => performance.now()): PausableClock {
  let began = read();
  let pausedAt: number | undefined;
  return {
    now: () => (pausedAt ?? read()) - began,
    pause() {
      pausedAt ??= read();
    },
    resume() {
      if (pausedAt === undefined) return;
      began += read() - pausedAt;
      pausedAt = undefined;
    },
  };
}
