import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.mjs';

/**
 * A hash of what stands in the files, for the few files that decide an installation.
 *
 * @param {readonly string[]} files
 * @returns {string}
 */
export function contentFingerprint(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * A hash of names, sizes and times of change. It reads no file, so that hundreds of sources cost
 * milliseconds; a touched file looks changed, which costs a build and is never wrong.
 *
 * @param {readonly string[]} files
 * @returns {string}
 */
export function statFingerprint(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}

/**
 * Every file under the folder, at any depth; none when there is no such folder.
 *
 * @param {string} folder
 * @returns {readonly string[]}
 */
export function filesUnder(folder) {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

/**
 * The folders of the workspace's packages.
 *
 * @returns {readonly string[]}
 */
export function packageFolders() {
  const packages = join(root, 'packages');
  return entriesOf(packages)
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(packages, entry.name));
}

/**
 * @param {string} folder
 * @returns {readonly import('node:fs').Dirent[]}
 */
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
