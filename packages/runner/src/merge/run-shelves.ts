import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../command/run-record.ts';

/** A run, and where it is from. */
export interface MergedRun {
  readonly record: RunRecord;
  readonly folder: string;
}

/** Runs in no order, put away by their index, so that few of them are in memory at a time. */
export interface RunShelves {
  put(run: MergedRun): void;
  /** The runs of each shelf, in the order of the shelves; runs of one index are on one shelf. */
  shelves(): Iterable<readonly MergedRun[]>;
  /** Forgets all runs. */
  clear(): void;
}

const runsOnShelf = 20_000;
/** Whoever numbers runs that high gets one shelf for all of them. */
const lastShelf = 10_000;
/** Runs in memory before they are put away. */
const runsInHand = 5_000;

/** Shelves in a temporary folder: a file each. */
export function openRunShelves(): RunShelves {
  const folder = mkdtempSync(join(tmpdir(), 'raft-loop-merge-'));
  const fileOf = (shelf: number): string => join(folder, String(shelf));
  const known = new Set<number>();
  let inHand = new Map<number, string[]>();
  let count = 0;

  const putAway = (): void => {
    for (const [shelf, lines] of inHand) appendFileSync(fileOf(shelf), lines.join(''));
    inHand = new Map();
    count = 0;
  };

  return {
    put(run) {
      const shelf = Math.min(Math.floor(run.record.index / runsOnShelf), lastShelf);
      known.add(shelf);
      const lines = inHand.get(shelf);
      const line = `${JSON.stringify(run)}\n`;
      if (lines === undefined) inHand.set(shelf, [line]);
      else lines.push(line);
      count += 1;
      if (count === runsInHand) putAway();
    },
    *shelves() {
      putAway();
      for (const shelf of [...known].sort((a, b) => a - b)) {
        const lines = readFileSync(fileOf(shelf), 'utf8').split('\n');
        yield lines.filter((line) => line !== '').map((line) => JSON.parse(line) as MergedRun);
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
