import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The logs of the runs that passed last: one of them may go along with a run that fails. */
export interface PassedRuns {
  /**
   * Takes the folder of a run that passed under another name, and gives the one that it is kept in
   * the place of, or its own where there is nothing in it worth keeping. `names` are what is in it.
   */
  take(folder: string, index: number, names: readonly string[]): string | undefined;
  /** Notes the folder of a run that stays where it is. */
  note(folder: string): void;
  /** The newest first. */
  folders(): readonly string[];
  /** Removes what was taken. */
  clear(): void;
}

/** More than this is not worth comparing, and disks are small, bytes. */
const mostBytes = 16 * 1024 * 1024;

/** The name of a folder of a run that passed. */
export const passedName: RegExp = /^passed-\d+$/;

/** Keeps no more than `count` of them, in the folder of the loop. */
export function createPassedRuns(loop: string, count: number): PassedRuns {
  const kept: { readonly folder: string; readonly taken: boolean }[] = [];
  const add = (folder: string, taken: boolean): string | undefined => {
    kept.unshift({ folder, taken });
    const out = kept.length > count ? kept.pop() : undefined;
    return out?.taken === true ? out.folder : undefined;
  };
  return {
    take(folder, index, names) {
      if (count === 0 || !isWorthIt(folder, names)) return folder;
      const name = join(loop, `passed-${index}`);
      renameSync(folder, name);
      return add(name, true);
    },
    note: (folder) => void (count > 0 && add(folder, false)),
    folders: () => kept.map(({ folder }) => folder),
    clear() {
      for (const { folder, taken } of kept.splice(0)) {
        if (taken) rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Whether it wrote anything, and not too much. */
function isWorthIt(folder: string, names: readonly string[]): boolean {
  let bytes = 0;
  for (const name of names) {
    bytes += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes > 0 && bytes <= mostBytes;
}
