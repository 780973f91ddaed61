import type { BrokenLine, LineCounts } from './file-report.ts';

const brokenLinesKept = 5;
const brokenTextKept = 200;
/** A format's reasons are a fixed few; this only bounds what a format might get wrong. */
const reasonsKept = 50;

/** Counts what became of the lines of one file, in bounded memory. */
export interface LineTally {
  event(): void;
  /** One line, or so many that follow each other. */
  ignored(why: string, lines?: number): void;
  broken(line: number, why: string, text: string): void;
  /** So many lines that gave events stood there before, and tell nothing more. */
  repeated(lines: number): void;
  readonly counts: LineCounts;
  readonly firstBroken: readonly BrokenLine[];
  readonly reasons: ReadonlyMap<string, number>;
}

/** Starts a count at nothing. */
export function createLineTally(): LineTally {
  const counts = { lines: 0, events: 0, ignored: 0, broken: 0 };
  const firstBroken: BrokenLine[] = [];
  const reasons = new Map<string, number>();
  /** The reason of the last lines, not added yet: most lines have that of the one before. */
  let latest = '';
  let added = 0;
  const add = (): void => {
    if (added === 0) return;
    const key = reasons.has(latest) || reasons.size < reasonsKept ? latest : 'other reasons';
    reasons.set(key, (reasons.get(key) ?? 0) + added);
    added = 0;
  };
  const reason = (why: string, lines = 1): void => {
    if (why !== latest) {
      add();
      latest = why;
    }
    added += lines;
  };
  return {
    event() {
      counts.lines += 1;
      counts.events += 1;
    },
    ignored(why, lines = 1) {
      counts.lines += lines;
      counts.ignored += lines;
      reason(why, lines);
    },
    broken(line, why, text) {
      counts.lines += 1;
      counts.broken += 1;
      reason(why);
      if (firstBroken.length === brokenLinesKept) return;
      // A copy of the beginning: a slice would keep a line of megabytes alive.
      firstBroken.push({ line, why, text: structuredClone(text.slice(0, brokenTextKept)) });
    },
    repeated(lines) {
      counts.events -= lines;
      counts.ignored += lines;
      reason('printed twice', lines);
    },
    counts,
    firstBroken,
    get reasons() {
      add();
      return reasons;
    },
  };
}
