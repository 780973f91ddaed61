/** A server's own clock against virtual time: right until a fault moves it. All in ms. */
export interface Clock {
  /** Virtual time of the last change. */
  sinceMs: number;
  /** What the clock showed then. */
  shownMs: number;
  /** Own ms for each ms of virtual time. */
  rate: number;
}

/** A clock that is right. */
export function createClock(): Clock {
  return { sinceMs: 0, shownMs: 0, rate: 1 };
}

/** What the clock shows at a virtual time. */
export function shownAt(clock: Clock, nowMs: number): number {
  return clock.shownMs + (nowMs - clock.sinceMs) * clock.rate;
}

/** The virtual time at which the clock will show `shownMs`. */
export function timeWhen(clock: Clock, shownMs: number): number {
  return clock.sinceMs + (shownMs - clock.shownMs) / clock.rate;
}

/** The clock shows virtual time. */
export function isRight(clock: Clock): boolean {
  return clock.rate === 1 && clock.shownMs === clock.sinceMs;
}

/** From now on the clock shows `byMs` more, and runs at `rate`. */
export function moveClock(clock: Clock, nowMs: number, byMs: number, rate: number): void {
  clock.shownMs = shownAt(clock, nowMs) + byMs;
  clock.sinceMs = nowMs;
  clock.rate = rate;
}
