/** Decides when the other workers of a campaign are worth their start. */
export interface LateStart {
  /** The first worker has made so many runs more. */
  note(runs: number): void;
  /** Nothing is left to do. */
  end(): void;
  /** True once the others are to start, false where they never need to. */
  readonly worth: Promise<boolean>;
}

/** Before that the first worker is too slow to tell: its code is not compiled yet, ms. */
const lookAfterMs = 150;
/** What another worker costs before it is as fast, ms of a processor. */
const workerCostMs = 300;
/** So long may the start of a worker take, and a block, ms: longer runs are worth all workers. */
const patienceMs = { start: 400, block: 200 };

/**
 * A thread costs more than a few hundred short runs, and most hunts end before: the others start
 * only when what is left would keep the first one at work for longer than they cost.
 */
export function createLateStart(left: () => number, now: () => number): LateStart {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let timer = setTimeout(() => resolve(true), patienceMs.start);
  let began: number | undefined;
  let made = 0;
  const decide = (start: boolean): void => {
    clearTimeout(timer);
    resolve(start);
  };
  return {
    worth: promise,
    note(runs) {
      const time = now();
      clearTimeout(timer);
      timer = setTimeout(() => resolve(true), patienceMs.block);
      if (began === undefined) {
        began = time;
        return;
      }
      made += runs;
      const elapsed = time - began;
      if (elapsed >= lookAfterMs && (elapsed / made) * left() > workerCostMs) decide(true);
    },
    end: () => decide(false),
  };
}
