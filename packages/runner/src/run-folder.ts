import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a new folder in `parent` for the logs of one loop, numbered after those that are there.
 * Two loops that start together get one each.
 */
export function makeRunFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
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
