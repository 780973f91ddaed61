import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's own folder, wherever the command was started. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A program of the workspace, by its name.
 *
 * @param {string} name
 * @returns {string}
 */
export function programPath(name) {
  return join(root, 'node_modules', '.bin', name);
}
