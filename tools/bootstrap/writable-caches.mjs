import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

/**
 * @typedef {object} Cache
 * @property {string} variable The environment variable that moves it.
 * @property {readonly string[]} usual Where it is under the home folder when nothing moves it.
 * @property {string} local Its name in the clone's own `.cache`.
 */

/**
 * The folders that npm and pnpm write to, beside the clone.
 *
 * @type {readonly Cache[]}
 */
const caches = [
  { variable: 'npm_config_cache', usual: ['.npm'], local: 'npm' },
  { variable: 'XDG_DATA_HOME', usual: ['.local', 'share'], local: 'data' },
  { variable: 'XDG_CACHE_HOME', usual: ['.cache'], local: 'cache' },
  { variable: 'XDG_STATE_HOME', usual: ['.local', 'state'], local: 'state' },
];

/**
 * The environment for npm and pnpm. Caches that this user cannot write to (a build agent without a
 * home, a read-only image) move into the clone; the others stay, for a second clone to profit.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withWritableCaches(env) {
  /** @type {NodeJS.ProcessEnv} */
  const result = { ...env };
  for (const { variable, usual, local } of caches) {
    const folder = env[variable] ?? join(homedir(), ...usual);
    if (!isWritable(folder)) result[variable] = join(root, '.cache', local);
  }
  return result;
}

/**
 * Whether files can be made there, in a folder that may not exist yet.
 *
 * @param {string} folder
 * @returns {boolean}
 */
function isWritable(folder) {
  let existing = folder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
