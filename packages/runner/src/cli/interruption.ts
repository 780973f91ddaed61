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

/** Listens for SIGINT and SIGTERM. A second one ends the process at once. */
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
  const onInterrupt = listen(exitCode.interrupted);
  const onTerminate = listen(exitCode.terminated);
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  return {
    signal: abort.signal,
    get code() {
      return code;
    },
    release() {
      process.removeListener('SIGINT', onInterrupt);
      process.removeListener('SIGTERM', onTerminate);
    },
  };
}
