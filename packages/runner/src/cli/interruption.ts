import process from 'node:process';
import { exitCode } from './exit-code.ts';

/** Stops work when the user or the system asks for it. */
export interface Interruption {
  /** Its reason is the name of the signal that came. */
  readonly signal: AbortSignal;
  /** The exit code of the signal that came, if one did. */
  readonly code: number | undefined;
  /** Lets signals end the process again. */
  release(): void;
}

/** Listens for SIGINT, SIGTERM and SIGHUP. A second one ends the process at once. */
export function catchSignals(): Interruption {
  const abort = new AbortController();
  let code: number | undefined;
  const listen = (name: NodeJS.Signals, exit: number): (() => void) => {
    return () => {
      if (code !== undefined) process.exit(exit);
      code = exit;
      abort.abort(name);
    };
  };
  const listeners = [
    ['SIGINT', listen('SIGINT', exitCode.interrupted)],
    ['SIGTERM', listen('SIGTERM', exitCode.terminated)],
    ['SIGHUP', listen('SIGHUP', exitCode.hungUp)],
  ] as const;
  for (const [name, listener] of listeners) process.on(name, listener);
  return {
    signal: abort.signal,
    get code() {
      return code;
    },
    release() {
      for (const [name, listener] of listeners) process.removeListener(name, listener);
    },
  };
}
