import type { Message } from '@raftlens/core';
import { affectLinks, type Links } from './links.ts';

/**
 * Links lose what carries so many entries or more, and snapshots, which are larger than any; until
 * the returned function is called.
 */
export function loseLarge(links: Links, which: readonly number[], entries: number): () => void {
  return affectLinks(links, which, (parcel) => {
    if (isLarge(parcel.message, entries)) parcel.lost = true;
  });
}

function isLarge(message: Message, entries: number): boolean {
  if (message.kind === 'InstallSnapshot') return true;
  return message.kind === 'AppendEntries' && message.entries.length >= entries;
}
