import type {
  AppendEntries,
  AppendEntriesResponse,
  Message,
  Progress,
  Server,
} from '@raftlens/core';
import type { Ballot } from './ballot.ts';
import { Heard } from './heard.ts';
import type { LogScreen } from './log-screen.ts';
import { PeerScreen } from './peer-screen.ts';
import { Promises } from './promises.ts';
import type { Screen } from './screen.ts';
import { SentSums } from './sent-sums.ts';
import { serversKept } from './vote-table.ts';

/** What one server sent and received, and what it made of it. */
export class Traffic {
  readonly promises: Promises = new Promises();
  /** The message that it received last. */
  readonly heard: Heard = new Heard();
  /** That is a request of an older term, and is not answered yet. */
  stale = false;
  readonly #screen: Screen;
  readonly #sums: SentSums = new SentSums();
  readonly #peers: readonly PeerScreen[] = Array.from(
    { length: serversKept },
    () => new PeerScreen(),
  );

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  begin(): void {
    this.promises.begin();
    this.forget();
  }

  /** A life begins. */
  forget(): void {
    this.heard.forget();
    this.stale = false;
  }

  /** It leads now. */
  lead(): void {
    for (const peer of this.#peers) peer.begin();
  }

  /** It does what nobody does for a request of an older term. */
  act(): void {
    if (this.stale) this.#screen.doubt('old-term-rpc-accepted');
  }

  // Nearly all messages are of two kinds: those have functions of their own, which see no others.
  sent(server: Server, message: Message, log: LogScreen, ballot: Ballot): void {
    if (message.kind === 'AppendEntries') this.#appendSent(server, message, log.commit);
    else if (message.kind === 'AppendEntriesResponse') this.#answerSent(server, message, log);
    else this.#otherSent(server, message, ballot);
  }

  received(server: Server, message: Message): void {
    this.heard.note(message);
    this.stale = false;
    const sender = this.#screen.serverCalled(message.from);
    if (sender === undefined || sender.traffic.promises.isOpen(message)) {
      this.#screen.doubt('reply-before-persist');
    }
    switch (message.kind) {
      case 'AppendEntries':
        this.heard.noteAppend(message);
        this.stale = message.term < server.currentTerm;
        if (message.entries.length > 0 && sender?.traffic.knows(message) !== true) {
          this.#screen.doubt('receive-without-send');
        }
        break;
      case 'AppendEntriesResponse':
        if (message.term === server.currentTerm && server.role === 'leader' && sender) {
          this.#peers[sender.index]?.answered(message);
        }
        break;
      case 'RequestVote':
      case 'InstallSnapshot':
        this.stale = message.term < server.currentTerm;
        break;
      case 'RequestVoteResponse':
        break;
      case 'InstallSnapshotResponse':
        this.#peer(message.from)?.accepted(message.matchIndex);
        break;
      default:
        this.#screen.doubt(message.kind);
    }
  }

  /** The message still says what it said when this server sent it. */
  knows(message: AppendEntries): boolean {
    return this.#sums.knows(message);
  }

  progressed(server: Server, progress: Progress, cause: string, last: number): void {
    const { peer, matchIndex, nextIndex } = progress;
    const told = this.#peer(peer);
    if (told === undefined || server.role !== 'leader') {
      this.#screen.doubt('match-monotonic');
      return;
    }
    const falls = cause !== 'member' && matchIndex < told.match;
    if (falls || nextIndex <= matchIndex || nextIndex > last + 1) {
      this.#screen.doubt('match-monotonic');
    }
    told.match = matchIndex;
    const { from, term } = this.heard;
    if (cause !== 'member' && from === peer && term < server.currentTerm) {
      this.#screen.doubt('stale-reply-used');
    }
  }

  #appendSent({ currentTerm, role }: Server, message: AppendEntries, commit: number): void {
    const { term, prevLogIndex, prevLogTerm, leaderCommit } = message;
    if (term !== currentTerm) this.#screen.doubt('term-above-own');
    if (role !== 'leader') this.#screen.doubt('append-from-leader-only');
    if (this.promises.term < term) this.promises.sent(message);
    if (prevLogIndex > 0 !== prevLogTerm > 0 || leaderCommit > commit) {
      this.#screen.doubt('append-tells-truth');
    }
    if (this.#peer(message.to)?.sent(prevLogIndex) !== true) this.#screen.doubt('backoff-stuck');
    if (message.entries.length > 0) this.#sums.note(message);
  }

  #answerSent({ currentTerm }: Server, answer: AppendEntriesResponse, log: LogScreen): void {
    const { term, success, matchIndex } = answer;
    if (term !== currentTerm) this.#screen.doubt('term-above-own');
    if (this.promises.term < term || matchIndex > this.promises.lastIndex) {
      this.promises.sent(answer);
    }
    this.stale = false;
    if (success) log.acknowledge(term, matchIndex);
  }

  #otherSent({ currentTerm, role }: Server, message: Message, ballot: Ballot): void {
    if (message.term !== currentTerm) this.#screen.doubt('term-above-own');
    this.promises.sent(message);
    switch (message.kind) {
      case 'RequestVote':
        break;
      case 'RequestVoteResponse':
        this.stale = false;
        if (message.voteGranted && ballot.vote(message.term) !== message.to) {
          this.#screen.doubt('amnesia');
        }
        break;
      case 'InstallSnapshot':
        if (role !== 'leader') this.#screen.doubt('append-from-leader-only');
        this.#peer(message.to)?.snapshotSent();
        break;
      case 'InstallSnapshotResponse':
        this.stale = false;
        break;
      default:
        this.#screen.doubt(message.kind);
    }
  }

  #peer(id: string): PeerScreen | undefined {
    const server = this.#screen.serverCalled(id);
    return server === undefined ? undefined : this.#peers[server.index];
  }
}
