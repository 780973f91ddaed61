import type { BareEvent } from '../bare-event.ts';
import type { TesterLine } from '../mit-tester/tester-line.ts';

/** Tells the clusters of a log apart, which follow one another: each test has one of its own. */
export interface TestRuns {
  take(line: TesterLine): void;
  /** A server's claims, before they are asked of which run they are. */
  see(events: readonly BareEvent[]): void;
  /** Of the lines that follow; undefined for those of the first. */
  readonly run: string | undefined;
}

/** Begins before any test. */
export function createTestRuns(): TestRuns {
  let ordinal = 1;
  /** Whether a server has said anything since the run began. */
  let used = false;
  let highest = 0;
  const begin = (): void => {
    if (used) ordinal += 1;
    used = false;
    highest = 0;
  };
  return {
    take({ kind }) {
      if (kind === 'running' || kind === 'started') begin();
    },
    see(events) {
      for (const { term } of events) {
        if (term === undefined) continue;
        // The program was started anew: nothing else begins with the first term again.
        if (term === 1 && highest > 1) begin();
        highest = Math.max(highest, term);
      }
      used = true;
    },
    get run() {
      return ordinal === 1 ? undefined : `test ${ordinal}`;
    },
  };
}
