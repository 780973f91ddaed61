import type { DestinationStream } from 'pino';
import { openLineFile } from './line-file.ts';

/** Where pino writes a trace; close it, or the last 64 Ki characters never reach the file. */
export interface RaftTraceDestination extends DestinationStream {
  write(line: string): void;
  /** Puts on disk what is buffered; pino's `logger.flush()` calls it. */
  flush(done?: (error?: Error) => void): void;
  /** Flushes and closes; a second call does nothing. */
  close(): void;
  [Symbol.dispose](): void;
}

/** What pino leaves on a stream that asks for it, before each write (pino's `pino.metadata`). */
interface PinoMetadata {
  readonly [wantsMetadata]: true;
  /** The object that was logged. */
  lastObj?: unknown;
  /** The time stamp as pino put it on the line. */
  lastTime?: string;
}

const wantsMetadata: unique symbol = Symbol.for('pino.metadata') as never;

/**
 * A destination that makes a pino logger write `raft-trace/1`: `pino(options, destination)`.
 *
 * Lines stay as pino made them, level, bindings and all, but for one thing. An event brings its own
 * time, and a line with both that and pino's stamp would have two keys `time`: the stamp is taken
 * out. Lines without an event pass unchanged; readers of a trace ignore them.
 */
export function raftTraceDestination(path: string): RaftTraceDestination {
  const file = openLineFile(path);
  const destination: RaftTraceDestination & PinoMetadata = {
    [wantsMetadata]: true,
    write(line) {
      const { lastObj, lastTime } = destination;
      const stamped = lastTime !== undefined && lastTime !== '' && hasOwnTime(lastObj);
      const text = stamped ? line.replace(`,"time":${lastTime}`, '') : line;
      file.write(text.endsWith('\n') ? text.slice(0, -1) : text);
    },
    flush(done) {
      file.flush();
      done?.();
    },
    close: file.close,
    [Symbol.dispose]: file.close,
  };
  return destination;
}

function hasOwnTime(logged: unknown): boolean {
  return typeof logged === 'object' && logged !== null && Object.hasOwn(logged, 'time');
}
