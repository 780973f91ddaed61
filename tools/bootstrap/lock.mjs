import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

const setUpLock = join(root, '.cache', 'setup.lock');

/** A lock of another machine on a shared disk cannot be asked after; no set-up takes this long. */
const foreignStaleMs = 30 * 60_000;
/** Between making the folder and naming its owner lie microseconds; this is an owner that died. */
const namelessStaleMs = 10_000;
const pollMs = 200;

/**
 * Runs the action while no other process of this clone sets up. A folder is the lock, because two
 * processes cannot both make it.
 *
 * @template T
 * @param {() => Promise<T>} action
 * @param {string} [lockFolder]
 * @returns {Promise<T>}
 */
export async function withLock(action, lockFolder = setUpLock) {
  mkdirSync(dirname(lockFolder), { recursive: true });
  let told = false;
  while (!take(lockFolder)) {
    if (isStale(lockFolder)) {
      discard(lockFolder);
      continue;
    }
    if (!told) process.stderr.write('another process is setting up this clone: waiting for it\n');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  try {
    return await action();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

/**
 * @param {string} lockFolder
 * @returns {boolean}
 */
function take(lockFolder) {
  try {
    mkdirSync(lockFolder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lockFolder, 'owner'), `${process.pid} ${hostname()}`);
  return true;
}

/**
 * @param {string} lockFolder
 * @returns {boolean}
 */
function isStale(lockFolder) {
  try {
    const age = Date.now() - statSync(lockFolder).mtimeMs;
    const [pid, host] = readOwner(lockFolder).split(' ');
    if (pid === undefined || host === undefined) return age > namelessStaleMs;
    return host === hostname() ? !isAlive(Number(pid)) : age > foreignStaleMs;
  } catch {
    // It went away meanwhile: the next attempt decides.
    return false;
  }
}

/**
 * @param {string} lockFolder
 * @returns {string}
 */
function readOwner(lockFolder) {
  try {
    return readFileSync(join(lockFolder, 'owner'), 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Renamed before it is removed, so that only one of several waiting processes removes it.
 *
 * @param {string} lockFolder
 */
function discard(lockFolder) {
  const aside = `${lockFolder}.${process.pid}`;
  try {
    renameSync(lockFolder, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch {
    // Another process was first.
  }
}
