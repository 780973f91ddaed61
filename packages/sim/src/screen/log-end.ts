import type { Server } from '@raftlens/core';

type Log = Server['log'];

/** Index of the last entry of a core's log. */
export function lastIndexOf({ baseIndex, entries }: Log): number {
  return baseIndex + entries.length;
}

/** Term of the last entry of a core's log. */
export function lastTermOf({ baseTerm, entries }: Log): number {
  if (entries.length === 0) return baseTerm;
  return entries[entries.length - 1]?.term ?? baseTerm;
}
