import { createHash } from 'node:crypto';

/** A command as 12 hexadecimal digits: equal words have equal ones. */
export function argvHash(command: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('hex').slice(0, 12);
}
