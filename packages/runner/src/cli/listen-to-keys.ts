import process from 'node:process';
import type { LoopControls } from '../command/loop-options.ts';
import { keyPresses } from './key-presses.ts';

/**
 * Listens to the keys of a person, one by one, where standard input is a terminal; gives what to
 * call when the loop is over.
 */
export function listenToKeys(controls: LoopControls, say: (text: string) => void): () => void {
  const { stdin } = process;
  if (stdin.isTTY !== true) return () => {};
  const raise = (signal: NodeJS.Signals): void => void process.kill(process.pid, signal);
  const press = keyPresses(controls, { say, raise });
  const read = (bytes: Buffer): void => {
    for (const key of bytes.toString('latin1')) press(key);
  };
  stdin.setRawMode(true);
  stdin.on('data', read);
  stdin.resume();
  return () => {
    stdin.removeListener('data', read);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
