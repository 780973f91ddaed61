import type { BareEvent } from '../bare-event.ts';
import type { TesterLine } from '../mit-tester/tester-line.ts';
import { createTermFloors } from './term-floors.ts';

/** Tells the clusters of a log apart, which follow one another: each test has one of its own. */
export interface TestRuns {
  take(line: TesterLine): void;
  /**
   * A server's line, before its events are asked of which run they are. Gives back what of its
   * claims can be believed.
   */
  see(line: ShownLine): readonly BareEvent[];
  /** Of the lines that follow; undefined for those of the first. */
  readonly run: string | undefined;
}

/** What a server's line says of its term, and what it claims. */
export interface ShownLine {
  readonly id: string;
  /** The term beside its name, which is its own. */
  readonly beside?: number | undefined;
  /** The only term that the line names. */
  readonly term: number | undefined;
  /** For which the server stands, as it says itself. */
  readonly standing?: number | undefined;
  readonly events: readonly BareEvent[];
  /** Since the program began, ms; undefined where the line does not say it. */
  readonly sinceStart?: number | undefined;
}

/** A program that was started anew counts its time from 0 again; lines swap within less. */
const leastFall = 1000;

/** Begins before any test. */
export function createTestRuns(): TestRuns {
  let ordinal = 1;
  /** Whether a server has said anything since the run began. */
  let used = false;
  let highest = 0;
  let latest = 0;
  /** The tester says where a test begins. */
  let told = false;
  /** Servers that have shown a term beyond the first, 0. */
  const moved = new Set<string>();
  const floors = createTermFloors();
  const begin = (): void => {
    if (used) ordinal += 1;
    used = false;
    highest = 0;
    latest = 0;
    moved.clear();
    floors.clear();
  };
  return {
    take({ kind }) {
      if (kind !== 'running' && kind !== 'started') return;
      begin();
      told = true;
      // With `go test -v` one test has a line of each kind.
      used = kind === 'started';
    },
    see({ id, beside, term, standing, events, sinceStart }) {
      if (sinceStart !== undefined) {
        if (!told && sinceStart < latest / 2 && latest - sinceStart > leastFall) begin();
        latest = Math.max(latest, sinceStart);
      }
      // Nothing else begins with the first terms again.
      if (!told && beside === 0 && moved.has(id)) begin();
      if ((beside ?? 0) > 0) moved.add(id);
      for (const event of events) {
        if (event.term === undefined) continue;
        if (!told && event.term === 1 && highest > 1) begin();
        highest = Math.max(highest, event.term);
      }
      if (events.length > 0) used = true;
      floors.stand(id, standing, term);
      return floors.hold(term, events);
    },
    get run() {
      return ordinal === 1 ? undefined : `test ${ordinal}`;
    },
  };
}
