import { existsSync } from 'node:fs';

/** Where the build puts the core that was agreed upon, if the sources say something else. */
export const agreedCorePlace: URL = new URL('../dist/cores/_agreed/core.js', import.meta.url);

/** The core was changed since it was agreed upon, so that it is held to the agreed one. */
export function isCoreChanged(): boolean {
  return existsSync(agreedCorePlace);
}
