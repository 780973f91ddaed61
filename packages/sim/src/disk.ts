import type { DurableWrite, Entry, StoredState } from '@raftlens/core';

/** A server's storage: what a crash leaves of it. */
export interface Disk {
  currentTerm: number;
  votedFor: string | undefined;
  readonly entries: Entry[];
}

/** An empty disk, that of a server which never ran. */
export function createDisk(): Disk {
  return { currentTerm: 0, votedFor: undefined, entries: [] };
}

/** Makes a write durable: storage from `fromIndex` on is replaced. */
export function writeDisk(disk: Disk, write: DurableWrite): void {
  disk.currentTerm = write.currentTerm;
  disk.votedFor = write.votedFor;
  if (write.entries.length === 0) return;
  disk.entries.length = write.fromIndex - 1;
  for (const entry of write.entries) disk.entries.push(entry);
}

/** What a restarting server finds; `seq` is the number of its last event. */
export function readDisk(disk: Disk, seq: number): StoredState {
  return {
    currentTerm: disk.currentTerm,
    votedFor: disk.votedFor,
    entries: disk.entries.slice(),
    seq,
  };
}
