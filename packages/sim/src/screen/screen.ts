import type { Server, Settings } from '@raftlens/core';
import { AppliedTable } from './applied-table.ts';
import type { Doubts } from './doubts.ts';
import { Elections } from './elections.ts';
import { EntryTable } from './entry-table.ts';
import { nothingReached, type Reached } from './reached.ts';
import { ServerScreen } from './server-screen.ts';
import { serversKept, VoteTable } from './vote-table.ts';

/** A leader that checks its quorum may lead so many election timeouts without one. */
const timeoutsAlone = 2.2;

/**
 * Watches a run of lab tests and says whether anything in it is out of the ordinary: as long as
 * nothing is, no rule of Raft can be broken in it, and no event has to be made of it. It never
 * says that a rule is broken; what it doubts is run again, and the rules judge that. Which rule is
 * covered by what is in the table of ARCHITECTURE.md.
 *
 * It keeps what it needs through all runs, so that one of them is for one thread.
 */
export class Screen implements Doubts {
  /** The rule that might be broken, the first one; undefined while none may be. */
  doubted: string | undefined = undefined;
  reached: Reached = nothingReached();
  /** Leaderships, in all tests of the run. */
  leaders = 0;

  readonly votes: VoteTable = new VoteTable();
  readonly entries: EntryTable = new EntryTable();
  readonly applied: AppliedTable = new AppliedTable();
  readonly elections: Elections = new Elections();
  readonly servers: ServerScreen[] = [];
  size = 0;
  majority = 0;
  #aloneMs = 0;

  constructor() {
    for (let index = 0; index < serversKept; index += 1) {
      this.servers.push(new ServerScreen(this, index));
    }
  }

  /** A run begins: nothing is doubted or counted yet. */
  beginRun(): void {
    this.doubted = undefined;
    this.reached = nothingReached();
    this.leaders = 0;
  }

  /** A test begins, with a cluster of its own. */
  beginTest(size: number, settings: Settings): void {
    if (size > serversKept) this.doubt('size');
    this.size = Math.min(size, serversKept);
    this.majority = Math.floor(size / 2) + 1;
    this.#aloneMs = timeoutsAlone * settings.electionTimeoutMs[1];
    this.votes.begin();
    this.entries.begin();
    this.applied.begin();
    this.elections.begin();
    for (let index = 0; index < this.size; index += 1) this.serverAt(index).begin();
  }

  /** This rule may be broken. */
  doubt(rule: string): void {
    this.doubted ??= rule;
  }

  /** What watches one server of the cluster, counted from 0. */
  serverAt(index: number): ServerScreen {
    const server = this.servers[index];
    if (server === undefined) throw new RangeError(`no server ${index} is screened`);
    return server;
  }

  /** What watches the server of this id, if any: ids of simulated servers are `n1`, `n2`, ... */
  serverCalled(id: string): ServerScreen | undefined {
    const index = id.charCodeAt(1) - firstDigit;
    return id.length === 2 && index < this.size ? this.servers[index] : undefined;
  }

  /** The harness cut a server off from all others, or connected it again. */
  connect(index: number, connected: boolean, now: number): void {
    this.serverAt(index).connected = connected;
    this.lookAround(now);
  }

  /** A server was killed. */
  crash(index: number, now: number): void {
    this.serverAt(index).crashed();
    this.reached.crash += 1;
    this.lookAround(now);
  }

  /** Which leaders can reach a majority may have changed. */
  lookAround(now: number): void {
    let reachable = 0;
    for (let index = 0; index < this.size; index += 1) {
      const { alive, connected } = this.serverAt(index);
      if (alive && connected) reachable += 1;
    }
    for (let index = 0; index < this.size; index += 1) {
      const { standing, lonely, connected } = this.serverAt(index);
      const reaches = connected ? reachable : 1;
      if (standing.role !== 'leader' || reaches >= this.majority) lonely.end();
      else lonely.begin(now, this.size);
    }
  }

  /** A leader without a majority does something that only leaders do. */
  lead({ index, lonely }: ServerScreen, now: number): void {
    if (now - lonely.since <= this.#aloneMs) return;
    if (lonely.alone(index, this.majority, now) > this.#aloneMs) this.doubt('stale-leader');
  }

  /** A leader commits what these servers hold, as it says. */
  committedByCounting(
    { log, traffic, index }: ServerScreen,
    { currentTerm }: Server,
    entryTerm: number | undefined,
    acks: readonly string[] = [],
  ): void {
    const to = log.commit;
    let holders = 0;
    /** A bit for each server. */
    let seen = 0;
    for (const ack of acks) {
      const server = this.serverCalled(ack);
      if (server === undefined || (seen & (1 << server.index)) !== 0) continue;
      seen |= 1 << server.index;
      holders += 1;
      if (to > server.log.countedFor) server.log.countedFor = to;
    }
    if (holders < this.majority) this.doubt('no-quorum-commit');
    if (entryTerm !== currentTerm) this.doubt('figure-8');
    const counted = (seen & (1 << index)) !== 0;
    if (counted && traffic.promises.lastIndex < to) this.doubt('commit-not-durable');
    if (!this.elections.committed(currentTerm, to, currentTerm)) {
      this.doubt('leader-completeness');
    }
    this.reached['commit-by-counting'] += 1;
  }
}

const firstDigit = '1'.charCodeAt(0);
