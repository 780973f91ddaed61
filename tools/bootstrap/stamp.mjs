import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Remembers what a step was last done for. It lies in `node_modules`, so that removing that folder
 * forgets it.
 *
 * @param {string} name
 */
export function createStamp(name) {
  const file = join(root, 'node_modules', `.raftlens-${name}`);
  return {
    /**
     * @param {string} fingerprint
     * @returns {boolean}
     */
    isFor(fingerprint) {
      try {
        return readFileSync(file, 'utf8') === fingerprint;
      } catch {
        return false;
      }
    },
    /** @param {string} fingerprint */
    set(fingerprint) {
      writeFileSync(file, fingerprint);
    },
  };
}
