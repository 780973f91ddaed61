import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Capsule, decodeCapsule, encodeCapsule } from '@raftlens/sim';

/** What the name of a capsule's file ends in. */
const ending = '.capsule.json';

/**
 * Reads a capsule. Throws what the file system throws, and an Error that names the file where it
 * holds no capsule.
 */
export function readCapsule(path: string): Capsule {
  const text = readFileSync(path, 'utf8');
  try {
    return decodeCapsule(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Error(`${path}: ${error.message}`, { cause: error });
  }
}

/** Writes a capsule; its folder is made. The same capsule gives the same bytes. */
export function writeCapsule(path: string, capsule: Capsule): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, encodeCapsule(capsule));
}

/** Where a capsule is kept: one for each scenario, bug and rule, as one of a kind is enough. */
export function capsulePath(folder: string, { scenario, bug, breaks }: Capsule): string {
  return join(folder, `${[scenario, bug ?? 'correct', breaks].join('-')}${ending}`);
}

/** The capsules in a folder, in the order of their names; none where there is no such folder. */
export function capsuleFiles(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(ending));
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
