import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunSource } from '../command/run-source.ts';
import type { Stop } from '../command/stop-rules.ts';
import { systemWords } from '../system-words.ts';
import { type Beats, openBeats } from './beats.ts';
import { blockLength } from './block-length.ts';
import { type Block, type Blocks, openBlocks } from './blocks.ts';
import { createShared, readShared } from './shared-file.ts';

/** How runs are pulled. */
export interface PullOptions {
  /** The folder that all machines see. */
  readonly folder: string;
  /** Tells this machine's work from that of every other, also of one that was here before. */
  readonly me: string;
  /** Runs of all machines together; Infinity for no end. */
  readonly num: number;
  /** Runs at a time here. */
  readonly jobs: number;
  /** A machine that nothing is heard of for so long is taken for dead. */
  readonly leaseMs: number;
  /** Which runs a machine has noted. */
  readonly notedBy: (machine: string) => Promise<ReadonlySet<number>>;
}

/** Where in the shared folder the machines tell each other what they do. */
export function queueIn(folder: string): string {
  return join(folder, 'queue');
}

/** Who has ended a loop for all, and why. */
export function endOf(folder: string): (Stop & { readonly by: string }) | undefined {
  return readShared(join(queueIn(folder), 'ended'), isEnd);
}

const beatsInLease = 6;
const mostPollMs = 500;

/** A block that is being made here. */
interface Work {
  readonly block: Block;
  /** What is left to be begun. */
  readonly left: Iterator<number>;
  /** What is not in the ledger yet. */
  readonly unmade: Set<number>;
}

/**
 * Runs that several machines take from one folder, block by block, as fast as each can: the folder
 * is all that they share. What a machine that dies has not noted, another one makes.
 */
export function pullRuns(options: PullOptions): RunSource {
  const queue = queueIn(options.folder);
  mkdirSync(queue, { recursive: true });
  const beats = openBeats(queue, options.me, options.leaseMs);
  const puller = new Puller(options, openBlocks(queue, options.me, options.num), beats);
  beats.beat();
  let timer: NodeJS.Timeout | undefined;
  // One lane asks at a time: what it takes may do for the others.
  let asked: Promise<unknown> = Promise.resolve();
  return {
    next(signal) {
      const answer = asked.then(() => puller.next(signal));
      asked = answer.catch(() => {});
      return answer;
    },
    made: (index) => puller.made(index),
    ended(stop) {
      const { me: by } = options;
      if (stop.byHand !== true) createShared(join(queue, 'ended'), { ...stop, by }, by);
    },
    watch(onEnd, onLost) {
      timer = setInterval(() => {
        try {
          beats.beat();
          const end = endOf(options.folder);
          if (end !== undefined) onEnd({ why: `${nameOf(end.by)}: ${end.why}`, goal: end.goal });
        } catch (error) {
          onLost(lostWords(error));
        }
      }, options.leaseMs / beatsInLease);
    },
    close() {
      clearInterval(timer);
      try {
        beats.leave();
      } catch {
        // The others find out by themselves.
      }
    },
  };
}

/** The folder of a machine, from what it is called in the queue. */
export function nameOf(machine: string): string {
  return machine.replace(/\..*$/, '');
}

class Puller {
  readonly #options: PullOptions;
  readonly #blocks: Blocks;
  readonly #beats: Beats;
  readonly #work = new Map<number, Work>();
  readonly #startMs = performance.now();
  #made = 0;

  constructor(options: PullOptions, blocks: Blocks, beats: Beats) {
    this.#options = options;
    this.#blocks = blocks;
    this.#beats = beats;
  }

  async next(signal: AbortSignal): Promise<number | undefined> {
    const { leaseMs } = this.#options;
    while (!signal.aborted) {
      const index = this.#fromWork();
      if (index !== undefined) return index;
      const block = this.#blocks.claim(this.#length());
      if (block !== undefined) {
        this.#begin(block, new Set());
        continue;
      }
      const unfinished = this.#blocks.unfinished();
      if (unfinished.every(({ by }) => by === this.#options.me)) return undefined;
      if (await this.#takeOver(unfinished)) continue;
      const pollMs = Math.min(mostPollMs, leaseMs / beatsInLease);
      await sleep(pollMs, undefined, { signal }).catch(() => {});
    }
    return undefined;
  }

  made(index: number): void {
    this.#made += 1;
    for (const [start, { block, unmade }] of this.#work) {
      if (!unmade.delete(index) || unmade.size > 0) continue;
      this.#work.delete(start);
      this.#blocks.finish(block);
    }
  }

  #fromWork(): number | undefined {
    for (const [start, { block, left }] of this.#work) {
      // Whoever was silent for too long, as a machine that slept is, has lost what it had.
      if (!this.#blocks.isHeld(block)) {
        this.#work.delete(start);
        continue;
      }
      const { done, value } = left.next();
      if (done !== true) return value;
    }
    return undefined;
  }

  #length(): number {
    const { jobs, num } = this.#options;
    return blockLength({
      ...{ made: this.#made, elapsedMs: performance.now() - this.#startMs, jobs },
      ...{ left: num - this.#blocks.frontier + 1, machines: this.#beats.count() },
    });
  }

  /** Takes over what a machine has left that is gone, but for what was noted by all who had it. */
  async #takeOver(unfinished: readonly Block[]): Promise<boolean> {
    const left = unfinished.find(({ by }) => this.#beats.isGone(by));
    if (left === undefined) return false;
    const mine = this.#blocks.takeOver(left);
    if (mine === undefined) return true;
    const holders = this.#blocks.holdersBefore(mine);
    const noted = await Promise.all(holders.map((by) => this.#options.notedBy(by)));
    this.#begin(mine, new Set(noted.flatMap((indices) => [...indices])));
    return true;
  }

  #begin(block: Block, noted: ReadonlySet<number>): void {
    const all = Array.from({ length: block.length }, (_, at) => block.start + at);
    const left = all.filter((index) => !noted.has(index));
    if (left.length === 0) this.#blocks.finish(block);
    else this.#work.set(block.start, { block, left: left.values(), unmade: new Set(left) });
  }
}

function isEnd(value: unknown): value is Stop & { readonly by: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { why, goal, by } = value as Partial<Stop & { by: string }>;
  return typeof why === 'string' && typeof goal === 'boolean' && typeof by === 'string';
}

function lostWords(error: unknown): string {
  return error instanceof Error ? systemWords(error) : String(error);
}
