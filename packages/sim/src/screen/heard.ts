import type { AppendEntries, Entry, Message } from '@raftlens/core';

const none: readonly Entry[] = [];

/**
 * What the message said that a server received last. Its numbers are copied, as to keep each
 * message would cost the collector dearly.
 */
export class Heard {
  /** Who sent it; undefined where nothing was received in this life. */
  from: string | undefined = undefined;
  term = 0;
  isAppend = false;
  prevLogIndex = 0;
  leaderCommit = 0;
  entries: readonly Entry[] = none;

  /** A life begins. */
  forget(): void {
    this.from = undefined;
    this.isAppend = false;
    this.#keep(none);
  }

  note({ from, term }: Message): void {
    this.from = from;
    this.term = term;
    this.isAppend = false;
  }

  noteAppend({ prevLogIndex, leaderCommit, entries }: AppendEntries): void {
    this.isAppend = true;
    this.prevLogIndex = prevLogIndex;
    this.leaderCommit = leaderCommit;
    this.#keep(entries.length === 0 ? none : entries);
  }

  #keep(entries: readonly Entry[]): void {
    if (this.entries !== entries) this.entries = entries;
  }
}
