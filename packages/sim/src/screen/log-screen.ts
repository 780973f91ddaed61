import type { AppendEntries, Entry, Server, Snapshot } from '@raftlens/core';
import type { Heard } from './heard.ts';
import { lastIndexOf, lastTermOf } from './log-end.ts';
import type { Screen } from './screen.ts';
import { ShadowLog } from './shadow-log.ts';

/** What one server told of its log, its commits and its state machine, through all of its lives. */
export class LogScreen {
  /** commitIndex, as told. */
  commit = 0;
  /** The furthest index for which a leader counted it as a holder. */
  countedFor = 0;
  readonly #screen: Screen;
  readonly #log: ShadowLog = new ShadowLog();
  /** The furthest commit of all lives. */
  #everCommitted = 0;
  #applied = 0;
  #snapshotIndex = 0;
  /** Through which index it acknowledged the log in the last term in which it did. */
  #ackTerm = 0;
  #ackIndex = 0;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  begin(): void {
    this.#log.begin();
    this.commit = 0;
    this.countedFor = 0;
    this.#everCommitted = 0;
    this.#applied = 0;
    this.#snapshotIndex = 0;
    this.#ackTerm = 0;
    this.#ackIndex = 0;
  }

  /** Index of the last entry. */
  last(): number {
    return this.#log.last;
  }

  /** A restart knows the log that was told last, as each step was saved when it was made. */
  started({ log, currentTerm, commitIndex }: Server): void {
    const last = lastIndexOf(log);
    const lastTerm = lastTermOf(log);
    if (last !== this.#log.last || lastTerm !== this.#log.termAt(last)) this.#doubt('amnesia');
    if (lastTerm > currentTerm) this.#doubt('log-terms-ordered');
    const entryTerm = commitIndex === last ? lastTerm : 0;
    if (!this.#screen.elections.started(currentTerm, commitIndex, entryTerm)) {
      this.#doubt('leader-completeness');
    }
    this.commit = commitIndex;
    this.#everCommitted = Math.max(this.#everCommitted, commitIndex);
    this.#applied = log.baseIndex;
    this.#snapshotIndex = log.baseIndex;
  }

  appended(server: Server, firstIndex: number, entries: readonly Entry[]): void {
    const log = this.#log;
    if (firstIndex !== log.last + 1) this.#doubt('append-reply-commit');
    let previous = log.termAt(log.last);
    for (const { term, hash } of entries) {
      if (term < previous || term > server.currentTerm) this.#doubt('log-terms-ordered');
      log.append(term);
      if (!this.#screen.entries.agrees(log.last, term, hash, previous)) this.#doubt('log-matching');
      previous = term;
    }
    this.#checkLast(server);
  }

  truncated(server: Server, fromIndex: number, heard: Heard): void {
    if (server.role === 'leader') this.#doubt('leader-append-only');
    if (fromIndex <= this.#everCommitted) this.#doubt('truncates-committed');
    if (fromIndex <= this.countedFor) this.#doubt('quorum-lost-entry');
    if (this.#ackTerm === server.currentTerm && fromIndex <= this.#ackIndex) this.#doubt('amnesia');
    if (!this.#conflicts(fromIndex, heard)) this.#doubt('shortened-by-success');
    this.#log.cut(fromIndex);
    this.#checkLast(server);
  }

  accepted({ prevLogIndex, prevLogTerm, entries }: AppendEntries): void {
    const beyond = entries.length === 0 && prevLogIndex > this.#log.last;
    const own = this.#log.termAt(prevLogIndex);
    const differs = own >= 0 && prevLogTerm > 0 && own !== prevLogTerm;
    if (beyond || differs) this.#doubt('append-reply-commit');
  }

  /** An answer says that it agrees with the leader through this index. */
  acknowledge(term: number, matchIndex: number): void {
    if (matchIndex > this.#log.last) this.#doubt('amnesia');
    if (this.#ackTerm !== term) {
      this.#ackTerm = term;
      this.#ackIndex = matchIndex;
    } else if (matchIndex > this.#ackIndex) this.#ackIndex = matchIndex;
  }

  committed({ commitIndex, role }: Server, heard: Heard): void {
    if (commitIndex < this.commit) this.#doubt('commit-monotonic');
    if (commitIndex > this.#log.last) this.#doubt('beyond-last');
    this.commit = commitIndex;
    this.#everCommitted = Math.max(this.#everCommitted, commitIndex);
    if (role === 'leader' || !heard.isAppend) return;
    const { leaderCommit, prevLogIndex, entries } = heard;
    if (commitIndex > leaderCommit || commitIndex > prevLogIndex + entries.length) {
      this.#doubt('append-reply-commit');
    }
  }

  applied(index: number, { term, hash }: Entry): void {
    if (index !== this.#applied + 1) this.#doubt('apply-order');
    if (index > this.commit) this.#doubt('beyond-last');
    this.#applied = index;
    if (!this.#screen.applied.agrees(index, term, hash)) this.#doubt('state-machine-safety');
  }

  snapshotTaken({ index }: Snapshot): void {
    if (index < this.#snapshotIndex) this.#doubt('snapshot-regress');
    this.#snapshotIndex = index;
  }

  snapshotInstalled(server: Server, { index, term }: Snapshot): void {
    if (index < this.#snapshotIndex || index < this.#applied) this.#doubt('snapshot-regress');
    this.#log.install(index, term);
    this.#checkLast(server);
    this.#snapshotIndex = index;
    this.#applied = index;
    this.commit = Math.max(this.commit, index);
    this.#everCommitted = Math.max(this.#everCommitted, index);
  }

  /** The request at work brings another entry in the place of the one that is deleted. */
  #conflicts(index: number, heard: Heard): boolean {
    if (!heard.isAppend) return false;
    const brought = heard.entries[index - heard.prevLogIndex - 1]?.term;
    const own = this.#log.termAt(index);
    return brought !== undefined && own >= 0 && own !== brought;
  }

  /** The log ends where its lines say. */
  #checkLast({ log }: Server): void {
    if (lastIndexOf(log) !== this.#log.last) this.#doubt('append-reply-commit');
  }

  #doubt(rule: string): void {
    this.#screen.doubt(rule);
  }
}
