import type { Machine, SyncOutcome } from './machine.ts';

/**
 * The next sync of each machine takes `syncMs` longer and ends in this way, which ends that life of
 * its server; returns what takes it back where no sync came.
 */
export function failNextSync(
  machines: readonly Machine[],
  outcome: SyncOutcome,
  syncMs: number,
): () => void {
  for (const machine of machines) {
    machine.nextSync = outcome;
    machine.syncMs += syncMs;
  }
  return () => {
    for (const machine of machines) {
      if (machine.nextSync === outcome) machine.nextSync = 'works';
      machine.syncMs = Math.max(0, machine.syncMs - syncMs);
    }
  };
}
