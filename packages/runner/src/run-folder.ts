import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes a new folder in `parent` for the logs of one loop, numbered after those that are there.
 * Two loops that start together get one each.
 */
export function makeRunFolder(parent: string): string {
  makeParent(parent);
  const taken = readdirSync(parent).map((name) => (/^\d+$/.test(name) ? Number(name) : 0));
  for (let number = Math.max(0, ...taken) + 1; ; number += 1) {
    const folder = join(parent, String(number).padStart(4, '0'));
    try {
      mkdirSync(folder);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeParent(parent: string): void {
  try {
    mkdirSync(parent, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    // With `recursive`, Node calls a read-only disk a folder that is not there: this says which.
    let missing = parent;
    while (!existsSync(dirname(missing))) missing = dirname(missing);
    mkdirSync(missing);
    throw error;
  }
}
