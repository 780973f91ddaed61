import { readdirSync, readFileSync } from 'node:fs';

/** Processes that carry this variable, as `NAME=VALUE`. */
export function carrying(variable: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(variable);
    } catch {
      return false;
    }
  });
}
