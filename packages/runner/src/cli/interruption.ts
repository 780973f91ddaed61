import process from 'node:process';
import { exitCode } from './exit-code.ts';

/** Stops work when the user or the system asks for it. */
export interface Interruption {
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
  const listen = (exit: number): (() => void) => {
    return () => {
      if (code !== undefined) process.exit(exit);
      code = exit;
      abort.abort();
    };
  };
  const listeners = [
    ['SIGINT', listen(exitCode.interrupted)],
    ['SIGTERM', listen(exitCode.terminated)],
    ['SIGHUP', listen(exitCode.hungUp)],
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
