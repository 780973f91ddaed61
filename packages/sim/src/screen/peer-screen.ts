import type { AppendEntriesResponse } from '@raftlens/core';

/** The leader may go back no further after fewer rejections in a row than these. */
const roundsAllowed = 4;

/** What a leader told of one follower, and what it makes of its answers. */
export class PeerScreen {
  /** matchIndex as told last; -1 while nothing is. */
  match = -1;
  #acknowledged = 0;
  /** What is sent next has to follow a lower index. */
  #bound = 0;
  /** The lowest index that anything follows which was sent and is not acknowledged. */
  #lowest: number = Number.POSITIVE_INFINITY;
  #rounds = 0;
  /** Nothing was sent since the last rejection. */
  #waits = false;
  /** It has answered in this term: before that what is sent does not count. */
  #answered = false;

  /** A leadership begins. */
  begin(): void {
    this.match = -1;
    this.#acknowledged = 0;
    this.#bound = 0;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#rounds = 0;
    this.#waits = false;
    this.#answered = false;
  }

  answered({ success, matchIndex, conflictIndex, conflictTerm }: AppendEntriesResponse): void {
    this.#answered = true;
    if (success) this.accepted(matchIndex);
    else if (conflictTerm === 0 && conflictIndex > this.#acknowledged) {
      this.#bound = conflictIndex;
      this.#waits = true;
    }
  }

  accepted(matchIndex: number): void {
    if (!this.#answered) return;
    if (matchIndex > this.#acknowledged) this.#acknowledged = matchIndex;
    if (matchIndex > this.#lowest) this.#lowest = matchIndex;
    this.#rounds = 0;
    this.#waits = false;
  }

  /** AppendEntries leaves for it; false where the leader does not go back after rejections. */
  sent(prevLogIndex: number): boolean {
    if (!this.#answered) return true;
    if (prevLogIndex < this.#lowest) this.#lowest = prevLogIndex;
    if (!this.#waits) return true;
    this.#waits = false;
    if (this.#lowest < this.#bound) {
      this.#rounds = 0;
      return true;
    }
    this.#rounds += 1;
    return this.#rounds < roundsAllowed;
  }

  snapshotSent(): void {
    if (!this.#answered) return;
    this.#lowest = 0;
    this.#rounds = 0;
    this.#waits = false;
  }
}
