import type { DurableWrite, Message } from '@raftlens/core';

/** What a server told of its storage, and the messages that promise more than is on it. */
export class Promises {
  term = -1;
  votedFor: string | undefined = undefined;
  lastIndex = 0;
  #open: Message[] = [];

  /** Forgets everything. */
  begin(): void {
    this.term = -1;
    this.votedFor = undefined;
    this.lastIndex = 0;
    if (this.#open.length > 0) this.#open = [];
  }

  /** A message leaves. */
  sent(message: Message): void {
    if (!this.#isKept(message)) this.#open.push(message);
  }

  /** It arrived, and what it promises was never on storage. */
  isOpen(message: Message): boolean {
    return this.#open.length > 0 && this.#open.includes(message);
  }

  persisted({ currentTerm, votedFor, lastLogIndex }: Stored): void {
    this.term = currentTerm;
    this.votedFor = votedFor;
    if (lastLogIndex > this.lastIndex) this.lastIndex = lastLogIndex;
    this.#settle();
  }

  started({ currentTerm, votedFor, lastLogIndex }: Stored): void {
    this.term = currentTerm;
    this.votedFor = votedFor;
    this.lastIndex = lastLogIndex;
    this.#settle();
  }

  truncated(fromIndex: number): void {
    if (this.lastIndex >= fromIndex) this.lastIndex = fromIndex - 1;
  }

  #settle(): void {
    if (this.#open.length === 0) return;
    this.#open = this.#open.filter((message) => !this.#isKept(message));
  }

  #isKept(message: Message): boolean {
    switch (message.kind) {
      case 'AppendEntries':
      case 'InstallSnapshot':
      case 'TimeoutNow':
        return this.term >= message.term;
      case 'AppendEntriesResponse':
        if (this.term < message.term) return false;
        return !message.success || message.matchIndex <= this.lastIndex;
      case 'InstallSnapshotResponse':
        return this.term >= message.term && message.matchIndex <= this.lastIndex;
      case 'RequestVoteResponse':
        if (this.term < message.term) return false;
        if (!message.voteGranted || this.term > message.term) return true;
        return this.votedFor === message.to;
      default:
        return true;
    }
  }
}

type Stored = Pick<DurableWrite, 'currentTerm' | 'votedFor' | 'lastLogIndex'>;
