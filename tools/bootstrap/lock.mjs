import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

const lockFolder = join(root, '.cache', 'setup.lock');
const ownerFile = join(lockFolder, 'owner');

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
 * @returns {Promise<T>}
 */
export async function withLock(action) {
  mkdirSync(dirname(lockFolder), { recursive: true });
  let told = false;
  while (!take()) {
    if (isStale()) {
      discard();
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

/** @returns {boolean} */
function take() {
  try {
    mkdirSync(lockFolder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(ownerFile, `${process.pid} ${hostname()}`);
  return true;
}

/** @returns {boolean} */
function isStale() {
  try {
    const age = Date.now() - statSync(lockFolder).mtimeMs;
    const [pid, host] = readOwner().split(' ');
    if (pid === undefined || host === undefined) return age > namelessStaleMs;
    return host === hostname() ? !isAlive(Number(pid)) : age > foreignStaleMs;
  } catch {
    // It went away meanwhile: the next attempt decides.
    return false;
  }
}

/** @returns {string} */
function readOwner() {
  try {
    return readFileSync(ownerFile, 'utf8');
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

/** Renamed before it is removed, so that only one of several waiting processes removes it. */
function discard() {
  const aside = `${lockFolder}.${process.pid}`;
  try {
    renameSync(lockFolder, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch {
    // Another process was first.
  }
}
