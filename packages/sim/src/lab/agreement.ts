import type { Proposed } from '@raftlens/core';
import { proposeTo } from '../cluster.ts';
import { hashOf } from './hash-of.ts';
import { fail, hostAt, type Lab, note } from './lab.ts';
import { sleep } from './sleep.ts';
import { runTask, type Task } from './task.ts';

/** The lab's upper bound for an election, ms; tests wait in multiples of it. */
export const labElectionTimeoutMs = 1_000;

/** Gives a command to one server, as the tester's `Start` does; undefined when it does not lead. */
export function start(lab: Lab, index: number, command: unknown): Proposed | undefined {
  const host = hostAt(lab, index);
  if (host.server === undefined) return undefined;
  const proposed = proposeTo(lab.cluster, host, command, hashOf(command));
  if (proposed !== undefined) note(lab, host, 'propose');
  return proposed;
}

/** A command that no other part of the test uses. */
export function freshCommand(lab: Lab): number {
  lab.nextCommand += 1;
  return lab.nextCommand * 10_000 + lab.random.integer(0, 9_999);
}

/** How many servers applied something at a log index, and what. */
export function countCommitted(
  lab: Lab,
  index: number,
): { readonly count: number; readonly command: unknown } {
  let count = 0;
  let command: unknown;
  for (const applied of lab.applied) {
    const own = applied?.[index];
    if (own === undefined) continue;
    if (count > 0 && own !== command) {
      fail(
        lab,
        'values-disagree',
        `committed values do not match: index ${index}, ${command}, ${own}`,
      );
    }
    count += 1;
    command = own;
  }
  return { count, command };
}

/** One command to be agreed upon. */
export interface Agreement {
  readonly command: unknown;
  /** How many servers have to apply it. */
  readonly servers: number;
  /** Give it again when nothing came of it for two seconds. */
  readonly retry: boolean;
}

/**
 * Has a command agreed upon by at least `servers` servers and returns its index. Tries every
 * server for a leader, over and over, for ten seconds; with `retry`, also gives the command again
 * when nothing came of it for two.
 */
export function agree(lab: Lab, command: unknown, servers: number, retry: boolean): number {
  return runTask(lab, agreement(lab, { command, servers, retry }));
}

/** The same as a task, for tests that have several commands agreed upon at once. */
export function* agreement(lab: Lab, { command, servers, retry }: Agreement): Task<number> {
  const untilMs = lab.cluster.nowMs + 10_000;
  let candidate = 0;
  while (lab.cluster.nowMs < untilMs) {
    let index = -1;
    for (let tried = 0; tried < lab.size && index < 0; tried += 1) {
      candidate = (candidate + 1) % lab.size;
      if (hostAt(lab, candidate).connected) index = start(lab, candidate, command)?.index ?? -1;
    }
    if (index < 0) {
      yield 50;
      continue;
    }
    const giveUpMs = lab.cluster.nowMs + 2_000;
    while (lab.cluster.nowMs < giveUpMs) {
      const committed = countCommitted(lab, index);
      if (committed.count >= servers && committed.command === command) return index;
      yield 20;
    }
    if (!retry) break;
  }
  return fail(lab, 'no-agreement', `one(${shown(command)}) failed to reach agreement`);
}

/**
 * Waits until `servers` servers applied something at `index` and returns it; undefined when the
 * cluster moved on from `term` meanwhile, if one is given.
 */
export function waitCommitted(lab: Lab, index: number, servers: number, term?: number): unknown {
  let pauseMs = 10;
  for (let round = 0; round < 30; round += 1) {
    if (countCommitted(lab, index).count >= servers) break;
    sleep(lab, pauseMs);
    if (pauseMs < 1_000) pauseMs *= 2;
    if (term !== undefined && isPast(lab, term)) return undefined;
  }
  const { count, command } = countCommitted(lab, index);
  if (count < servers) {
    fail(lab, 'no-agreement', `only ${count} decided for index ${index}; wanted ${servers}`);
  }
  return command;
}

/** Some server has moved on to a later term. */
export function isPast(lab: Lab, term: number): boolean {
  return lab.hosts.some((host) => (host.server?.currentTerm ?? 0) > term);
}

/** Fails when anything was applied at `index`: the test left no majority to commit it. */
export function expectUncommitted(lab: Lab, index: number): void {
  const { count } = countCommitted(lab, index);
  if (count > 0) fail(lab, 'committed-without-majority', `${count} committed but no majority`);
}

/** Fails unless a command landed at the index that the test expects. */
export function expectIndex(lab: Lab, got: number | undefined, expected: number): void {
  if (got === undefined) fail(lab, 'other', 'leader rejected Start()');
  if (got !== expected) fail(lab, 'other', `got index ${got} but expected ${expected}`);
}

function shown(command: unknown): string {
  const text = String(command);
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
