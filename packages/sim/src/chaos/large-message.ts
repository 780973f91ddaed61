import type { Message } from '@raftlens/core';

/** Whether a message carries at least so many entries, or a snapshot, which is larger than any. */
export function isLarge(message: Message, entries: number): boolean {
  if (message.kind === 'InstallSnapshot') return true;
  return message.kind === 'AppendEntries' && message.entries.length >= entries;
}
