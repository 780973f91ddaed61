import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

/**
 * @typedef {object} Child
 * @property {string} command
 * @property {readonly string[]} args
 * @property {'inherit' | 'collect'} output `inherit` shows it as it comes, `collect` keeps its end.
 * @property {string} [cwd] The clone's folder when left out.
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * @typedef {object} ChildResult
 * @property {number} code The exit code; 128 + n after signal n, 127 when it could not be started.
 * @property {string} tail The last lines of a collected output.
 * @property {NodeJS.Signals | undefined} interrupted The signal that this process got meanwhile.
 * @property {boolean} missing There is no such program.
 */

/** Enough for a page of a compiler's errors, and for any program's last words. */
const maxTailLength = 16_384;
const maxTailLines = 40;

/**
 * Runs a program to its end. A signal that only this process got is passed on, so that the program
 * can end in its own way and nothing is left running.
 *
 * @param {Child} child
 * @returns {Promise<ChildResult>}
 */
export function runChild({ command, args, output, cwd = root, env = process.env }) {
  return new Promise((resolve) => {
    const collect = output === 'collect';
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: collect ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let text = '';
    /** @param {string} chunk */
    const keep = (chunk) => {
      text = (text + chunk).slice(-maxTailLength);
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    const signals = passSignalsTo(child);
    child.on('error', (error) => {
      const missing = 'code' in error && error.code === 'ENOENT';
      resolve({ code: 127, tail: error.message, interrupted: signals.stop(), missing });
    });
    child.on('close', (code, signal) => {
      const exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
      resolve({
        code: exitCode,
        tail: lastLines(text),
        interrupted: signals.stop(),
        missing: false,
      });
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {{ stop: () => NodeJS.Signals | undefined }}
 */
function passSignalsTo(child) {
  /** @type {NodeJS.Signals | undefined} */
  let received;
  /** @param {NodeJS.Signals} signal */
  const listener = (signal) => {
    received = signal;
    // Ctrl-C in a terminal goes to the whole foreground group: the child has it already, and twice
    // would mean "at once" to many programs.
    if (signal !== 'SIGINT' || !onTerminal()) child.kill(signal);
  };
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, listener);
  return {
    stop: () => {
      for (const signal of signals) process.off(signal, listener);
      return received;
    },
  };
}

/** @returns {boolean} */
function onTerminal() {
  return Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
}

/**
 * @param {string} text
 * @returns {string}
 */
function lastLines(text) {
  return text.trimEnd().split('\n').slice(-maxTailLines).join('\n');
}
