import { systemWords } from '../system-words.ts';
import type { RunSource } from './run-source.ts';
import type { Stop } from './stop-rules.ts';

/** A source as a loop asks it: what goes wrong with it ends the loop, and is told. */
export interface Feed {
  /** The next run to make; undefined where there is none. */
  next(): Promise<number | undefined>;
  made(index: number): void;
  ended(stop: Stop): void;
  /** Ends the loop: no run can be had, or noted, any more. */
  giveUp(why: string): void;
  /** Why that was, the first time. */
  readonly givenUp: string | undefined;
  close(): void;
}

/** What a feed needs to know of the end of its loop. */
export interface Ending {
  readonly signal: AbortSignal;
  stop(stop: Stop): void;
  finish(halt: 'now'): void;
}

/** Asks a source, and listens to what it says of others that make runs of the same loop. */
export function createFeed(source: RunSource, ending: Ending): Feed {
  let givenUp: string | undefined;
  const giveUp = (why: string): void => {
    givenUp ??= why;
    ending.finish('now');
  };
  const refused = (error: unknown): void => {
    if (!(error instanceof Error)) throw error;
    giveUp(systemWords(error));
  };
  const attempt = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      refused(error);
    }
  };
  source.watch((stop) => ending.stop(stop), giveUp);
  return {
    async next() {
      try {
        return await source.next(ending.signal);
      } catch (error) {
        refused(error);
        return undefined;
      }
    },
    made: (index) => attempt(() => source.made(index)),
    ended: (stop) => attempt(() => source.ended(stop)),
    giveUp,
    get givenUp() {
      return givenUp;
    },
    close: () => source.close(),
  };
}
