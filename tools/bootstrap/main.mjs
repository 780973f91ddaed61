import { setUp } from './set-up.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/**
 * Sets up, then does what the command is for, and exits with its code. What cannot be set up is
 * told in words; anything else is a mistake of ours and keeps its stack.
 *
 * @param {() => Promise<number>} command
 * @param {{ readonly onSetUpFailure?: () => void }} [options]
 * @returns {Promise<void>}
 */
export async function main(command, options = {}) {
  try {
    await setUp();
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error;
    process.stderr.write(error.render());
    options.onSetUpFailure?.();
    process.exitCode = error.exitCode;
    return;
  }
  process.exitCode = await command();
}
