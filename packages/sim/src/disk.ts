import type { DurableWrite, Entry, Snapshot, StoredState } from '@raftlens/core';

/** A server's storage: what a crash leaves of it. */
export interface Disk {
  currentTerm: number;
  votedFor: string | undefined;
  snapshot: Snapshot | undefined;
  /** The entries that follow the snapshot. */
  readonly entries: Entry[];
}

/** An empty disk, that of a server which never ran. */
export function createDisk(): Disk {
  return { currentTerm: 0, votedFor: undefined, snapshot: undefined, entries: [] };
}

/** Makes a write durable, all of it or nothing: storage from `fromIndex` on is replaced. */
export function writeDisk(disk: Disk, write: DurableWrite): void {
  disk.currentTerm = write.currentTerm;
  disk.votedFor = write.votedFor;
  if (write.snapshot !== undefined) writeSnapshot(disk, write.snapshot, write);
  const base = disk.snapshot?.index ?? 0;
  if (write.fromIndex <= base + disk.entries.length) {
    disk.entries.length = Math.max(0, write.fromIndex - base - 1);
  }
  for (const entry of write.entries) disk.entries.push(entry);
}

/** What a restarting server finds; `seq` is the number of its last event. */
export function readDisk(disk: Disk, seq: number): StoredState {
  return {
    currentTerm: disk.currentTerm,
    votedFor: disk.votedFor,
    snapshot: disk.snapshot,
    entries: disk.entries.slice(),
    seq,
  };
}

function writeSnapshot(disk: Disk, snapshot: Snapshot, write: DurableWrite): void {
  const base = disk.snapshot?.index ?? 0;
  // A snapshot that replaced the whole log leaves nothing behind it.
  const replaced = write.fromIndex === snapshot.index + 1 && write.lastLogIndex === snapshot.index;
  disk.entries.splice(0, replaced ? disk.entries.length : snapshot.index - base);
  disk.snapshot = snapshot;
}
