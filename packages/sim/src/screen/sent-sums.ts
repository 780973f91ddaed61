import type { AppendEntries } from '@raftlens/core';

/** A power of two: so many messages may be under way behind one that has not arrived. */
const kept = 4_096;

/** What a server's AppendEntries said when they left, by the number of the message, as sums. */
export class SentSums {
  readonly #serials: Int32Array = new Int32Array(kept);
  readonly #lives: Int32Array = new Int32Array(kept);
  readonly #sums: Int32Array = new Int32Array(kept);

  note(message: AppendEntries): void {
    const at = message.serial & (kept - 1);
    this.#serials[at] = message.serial;
    this.#lives[at] = message.inc;
    this.#sums[at] = sumOf(message);
  }

  /** The message still says what it said when it left. */
  knows(message: AppendEntries): boolean {
    const at = message.serial & (kept - 1);
    if (this.#serials[at] !== message.serial || this.#lives[at] !== message.inc) return false;
    return this.#sums[at] === sumOf(message);
  }
}

/** The hashes of entries are left out: the table of all entries compares them at the receiver. */
function sumOf({ term, prevLogIndex, prevLogTerm, leaderCommit, entries }: AppendEntries): number {
  let sum = Math.imul(term, 31) + prevLogIndex;
  sum = Math.imul(sum, 31) + prevLogTerm;
  sum = Math.imul(sum, 31) + leaderCommit;
  for (const entry of entries) sum = (Math.imul(sum, 31) + entry.term) | 0;
  return Math.imul(sum, 31) + entries.length;
}
