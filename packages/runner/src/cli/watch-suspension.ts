import process from 'node:process';
import type { LoopControls } from '../command/loop-options.ts';

/**
 * When a person suspends the loop with Ctrl-Z, its runs stand still too and their time does not
 * pass; all goes on when the loop does. Gives what ends the watch.
 */
export function watchSuspension(
  supervisor: LoopControls['supervisor'],
  beforeStop: () => void,
): () => void {
  if (process.platform === 'win32') return () => {};
  const suspend = (): void => {
    supervisor.suspend();
    beforeStop();
    const { stdin } = process;
    const raw = stdin.isTTY === true && stdin.isRaw;
    if (raw) stdin.setRawMode(false);
    process.once('SIGCONT', () => {
      if (raw) stdin.setRawMode(true);
      supervisor.resume();
    });
    process.kill(process.pid, 'SIGSTOP');
  };
  process.on('SIGTSTP', suspend);
  return () => void process.removeListener('SIGTSTP', suspend);
}
