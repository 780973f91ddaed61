import process from 'node:process';

/** Sends a signal to a process and all that it started in its group; gone ones are no error. */
export function killGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, signal);
  } catch {
    // The group is gone already.
  }
}
