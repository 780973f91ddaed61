import type { Core, Entry, Observer, Settings, Snapshot } from '@raftlens/core';
import type { Decider, TesterAction } from '../capsule/decider.ts';
import { type Cluster, compactHost, createCluster, type Host, schedule } from '../cluster.ts';
import type { NetworkMode } from '../network.ts';
import { createRandom, type Random } from '../random.ts';
import type { Screen } from '../screen/screen.ts';
import { virtualEpochMs } from '../virtual-epoch.ts';
import { LabFailure } from './lab-failure.ts';

/** What one lab test needs to run. */
export interface LabOptions {
  readonly core: Core;
  readonly seed: number;
  readonly test: string;
  readonly size: number;
  readonly settings: Settings;
  readonly network: NetworkMode;
  readonly startMs: number;
  /** The service takes a snapshot at every so many applied entries (2D). */
  readonly snapshotInterval?: number | undefined;
  readonly observe?: Observer | undefined;
  readonly screen?: Screen | undefined;
  readonly halted?: (() => boolean) | undefined;
  readonly decider?: Decider | undefined;
}

/**
 * One test's cluster with what MIT's tester keeps about it: who is connected, and what each server
 * has applied, by index.
 */
export interface Lab {
  readonly options: LabOptions;
  readonly cluster: Cluster;
  readonly hosts: readonly Host[];
  readonly size: number;
  /** The tester's own chances: which server to cut off, how long to wait. */
  readonly random: Random;
  readonly startedAtMs: number;
  /** Per server, the commands that it applied; index 0 stays empty, as the log starts at 1. */
  readonly applied: (unknown[] | undefined)[];
  /** The first thing that a server applied wrongly; raised at the tester's next step. */
  applyError: string | undefined;
  /** What a task beside the test failed with; raised at the tester's next step. */
  taskFailure: LabFailure | undefined;
  nextCommand: number;
  /** Sleeps of no time in the instant `turnAtMs`. */
  turn: number;
  turnAtMs: number;
}

/** Sets up the cluster of one test. */
export function createLab(options: LabOptions): Lab {
  const applied: unknown[][] = Array.from({ length: options.size }, () => [undefined]);
  let lab: Lab | undefined;
  const cluster = createCluster({
    core: options.core,
    size: options.size,
    seed: options.seed,
    settings: options.settings,
    network: options.network,
    run: options.test,
    startMs: options.startMs,
    observe: options.observe,
    screen: options.screen,
    halted: options.halted,
    decider: options.decider,
    onApply: (host, index, entry) => {
      if (lab !== undefined) noteApplied(lab, host, index, entry);
    },
    onRestore: (host, snapshot) => {
      if (lab !== undefined) lab.applied[host.index] = restoredFrom(snapshot);
    },
  });
  lab = {
    options,
    cluster,
    hosts: cluster.hosts,
    size: options.size,
    random: createRandom(options.seed, `${options.test}/tester`),
    startedAtMs: options.startMs,
    applied,
    applyError: undefined,
    taskFailure: undefined,
    nextCommand: 100,
    turn: 0,
    turnAtMs: options.startMs,
  };
  return lab;
}

/** The server at `index`, counted from 0 as the tester does. */
export function hostAt(lab: Lab, index: number): Host {
  const host = lab.hosts[index % lab.size];
  if (host === undefined) throw new RangeError(`no server ${index} among ${lab.size}`);
  return host;
}

/** Changes how the network treats messages; the machine stays as fast as it is. */
export function setNetwork(lab: Lab, mode: NetworkMode): void {
  const before = lab.cluster.network.fault;
  lab.cluster.network = { ...mode, hopMs: lab.cluster.network.hopMs };
  if (before !== undefined) tell(lab, { event: 'fault.cleared', fault: before });
  if (mode.fault !== undefined) tell(lab, { event: 'fault.injected', fault: mode.fault });
}

/** Lets a recorder note what the tester does. */
export function note(lab: Lab, host: Host, what: TesterAction['what']): void {
  const at = lab.cluster.nowMs - lab.startedAtMs;
  const turn = lab.turnAtMs === lab.cluster.nowMs ? lab.turn : 0;
  lab.options.decider?.tester({ at, node: host.id, what, turn });
}

/** Tells what the tester does or sees. */
export function tell(
  lab: Lab,
  event:
    | {
        readonly event: 'fault.injected' | 'fault.cleared';
        readonly fault: string;
        readonly nodes?: readonly string[];
      }
    | {
        readonly event: 'test.observed';
        readonly fact: string;
        readonly ofTerm?: number;
        readonly count?: number;
        readonly nodes?: readonly string[];
        readonly message: string;
      },
): void {
  const { observe, screen, test } = lab.options;
  if (screen !== undefined && event.event === 'fault.injected') screen.reached.fault += 1;
  observe?.({ time: virtualEpochMs + lab.cluster.nowMs, run: test, ...event });
}

/** The tester's check of what reaches a state machine: same command at an index, in order. */
function noteApplied(lab: Lab, host: Host, index: number, entry: Entry): void {
  const own = lab.applied[host.index];
  if (own === undefined) return;
  for (let other = 0; other < lab.size; other += 1) {
    const value = lab.applied[other]?.[index];
    if (value !== undefined && value !== entry.command) {
      const mine = `server=${host.index} ${entry.command}`;
      const theirs = `server=${other} ${value}`;
      lab.applyError ??= `apply error: commit index=${index} ${mine} != ${theirs}`;
    }
  }
  if (index !== own.length) {
    lab.applyError ??= `apply error: server ${host.index} apply out of order ${index}`;
  }
  own[index] = entry.command;
  takeSnapshot(lab, host, index, own);
}

/** The lab's service: its state is what it applied so far. */
function takeSnapshot(lab: Lab, host: Host, index: number, own: readonly unknown[]): void {
  const interval = lab.options.snapshotInterval;
  if (interval === undefined || (index + 1) % interval !== 0) return;
  const data = own.slice();
  // Not at once: the server is in the middle of handing over what it has committed.
  schedule(lab.cluster, 0, () => compactHost(lab.cluster, host, { index, data, bytes: 8 * index }));
}

function restoredFrom(snapshot: Snapshot): unknown[] {
  return Array.isArray(snapshot.data) ? snapshot.data.slice() : [undefined];
}

/** Says what is wrong in the trace, and ends the test. */
export function fail(lab: Lab, fact: string, message: string): never {
  tell(lab, { event: 'test.observed', fact, message });
  throw new LabFailure(fact, message);
}

/** Raises what went wrong beside the test, if anything. */
export function raiseFailures(lab: Lab): void {
  if (lab.taskFailure !== undefined) throw lab.taskFailure;
  if (lab.applyError !== undefined) fail(lab, 'apply', lab.applyError);
}
