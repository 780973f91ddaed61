import type { Effects } from '@raftlens/core';
import { writeDisk } from '../disk.ts';
import type { Random } from '../random.ts';
import type { Machine } from './machine.ts';

/** Last index that a machine's disk holds, durable for certain or not. */
export function lastOnDisk({ disk }: Machine): number {
  return (disk.snapshot?.index ?? 0) + disk.entries.length;
}

/**
 * A machine dies within a sync: of what was to be written, a part is on the disk, in the order in
 * which it was written. Term and vote go first, the entries one by one after them, and a snapshot
 * is there only as a whole, since it gets its name last. Nobody was told that any of it is durable,
 * so a correct Raft can do with each such part.
 */
export function tearWrites(machine: Machine, random: Random): void {
  const writes = machine.pending.flatMap(({ write }: Effects) => write ?? []);
  const whole = random.integer(0, Math.max(0, writes.length - 1));
  for (const write of writes.slice(0, whole)) writeDisk(machine.disk, write);
  const torn = writes[whole];
  if (torn === undefined || torn.snapshot !== undefined) return;
  const entries = torn.entries.slice(0, random.integer(0, torn.entries.length));
  writeDisk(machine.disk, { ...torn, entries, lastLogIndex: torn.fromIndex - 1 + entries.length });
}

/** What a starting server makes of the log that it finds. */
export type Recovery = 'whole' | 'tail cut off' | 'refused';

/**
 * Reads the log as a server does when it starts: every record has a checksum. A wrong one beyond
 * what was ever synced is the end of a write that nobody was told of, and is cut off. A wrong one
 * before that was promised to others as durable: to cut it off could lose what is committed, so the
 * server refuses to start until its operator has brought the record back.
 */
export function recoverLog(machine: Machine): Recovery {
  const { damagedIndex, disk, syncedThrough } = machine;
  if (damagedIndex === undefined || damagedIndex > lastOnDisk(machine)) return 'whole';
  if (damagedIndex <= syncedThrough) return 'refused';
  disk.entries.length = damagedIndex - 1 - (disk.snapshot?.index ?? 0);
  machine.damagedIndex = undefined;
  return 'tail cut off';
}
