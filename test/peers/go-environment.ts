import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** What Go needs around it: where the home cannot be written to, it caches below `folder`. */
export function goEnvironment(folder: string): NodeJS.ProcessEnv {
  return writable(homedir()) ? process.env : { ...process.env, GOCACHE: join(folder, 'cache') };
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
