import { constants } from 'node:os';

/** Set-up cannot go on: what failed, the last lines of the program that failed, and what to do. */
export class SetUpFailure extends Error {
  /**
   * @param {{
   *   readonly what: string,
   *   readonly output?: string | undefined,
   *   readonly hint?: string | undefined,
   *   readonly exitCode?: number | undefined,
   * }} details
   */
  constructor({ what, output, hint, exitCode }) {
    super(what);
    this.name = 'SetUpFailure';
    this.output = output ?? '';
    this.hint = hint ?? '';
    this.exitCode = exitCode ?? 1;
  }

  /**
   * The failure as it is shown to the user.
   *
   * @returns {string}
   */
  render() {
    const lines = [`set-up failed: ${this.message}`];
    if (this.output !== '') lines.push('', ...this.output.split('\n').map((line) => `  ${line}`));
    if (this.hint !== '') lines.push('', `What to do: ${this.hint}`);
    return `${lines.join('\n')}\n`;
  }
}

/**
 * The end of set-up by a signal, with the exit code that shells give it.
 *
 * @param {NodeJS.Signals} signal
 * @returns {SetUpFailure}
 */
export function interruptedBy(signal) {
  return new SetUpFailure({
    what: `interrupted by ${signal}`,
    hint: 'start it again: it goes on where it stopped.',
    exitCode: 128 + constants.signals[signal],
  });
}
