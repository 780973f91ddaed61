import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../bootstrap/root.mjs';

/** As much of pino's logger as is measured. */
export interface PinoLogger {
  readonly info: (fields: object) => void;
}

type CreateLogger = (
  options: object,
  stream: { readonly write: (line: string) => void },
) => PinoLogger;

/** A logger of the pino that telemetry depends on; its lines carry the event and a level. */
export function createPino(write: (line: string) => void): PinoLogger {
  const pino: CreateLogger = createRequire(join(root, 'packages/telemetry/package.json'))('pino');
  return pino({ base: undefined, timestamp: false }, { write });
}
