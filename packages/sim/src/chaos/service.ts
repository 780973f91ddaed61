import type { Entry, SessionsSnapshot } from '@raftlens/core';
import { virtualEpochMs } from '../virtual-epoch.ts';
import { ChaosFailure } from './chaos-failure.ts';
import { type ClientSessions, createClientSessions } from './client-sessions.ts';
import { shownAt } from './clock.ts';
import {
  applyCommand,
  type Command,
  createStore,
  imageOf,
  type StoreImage,
  storeFrom,
} from './key-value-store.ts';
import type { Machine } from './machine.ts';
import { endRead } from './reads.ts';
import { settle } from './settle.ts';
import { callAfter, type Service, type World } from './world.ts';

/** What a client gets back: the result, and where its command stands in the log, if it does. */
export interface Answer {
  readonly result: string;
  readonly index?: number;
  readonly entryTerm?: number;
}

/** The replicated store of a chaos trial, with what it checks while entries are applied. */
export interface StoreService extends Service {
  /** The first thing that was applied wrongly; raised at the trial's next step. */
  failure: ChaosFailure | undefined;
  /** Hears of the answer to a request that a machine took. */
  onAnswer: (machine: Machine, command: Command, answer: Answer) => void;
}

/** A service on machines that do not run yet; `world` gives it the world once there is one. */
export function createService(world: () => World): StoreService {
  /** Which entry each index got, on whichever server it was applied first. */
  const agreed: (string | undefined)[] = [];
  const sessions = createClientSessions(() => world().options.core);
  const service: StoreService = {
    failure: undefined,
    onAnswer: () => undefined,
    applied(machine, index, entry) {
      service.failure ??= whatIsWrong(machine, index, entry, agreed[index]);
      agreed[index] ??= nameOf(entry);
      const { tally } = world();
      tally.commits = Math.max(tally.commits, index);
      machine.store.applied = index;
      const command = entry.command as Command | undefined;
      if (command !== undefined) {
        service.failure ??= notOnce(sessions.applied(machine, index, command));
        take(world(), service, machine, { index, entryTerm: entry.term, command });
      }
      compactAt(world(), sessions, machine, index);
    },
    readEnded(machine, read) {
      endRead(world(), machine, read, (command, result) =>
        service.onAnswer(machine, command, { result }),
      );
    },
    restarted(machine, snapshot) {
      const image = snapshot?.data as Image | undefined;
      sessions.restarted(machine, image?.sessionsOfCore);
      machine.store = image === undefined ? createStore() : storeFrom(image, snapshot?.index ?? 0);
    },
  };
  return service;
}

/** What a snapshot holds: the store, and the sessions that the core keeps beside it. */
interface Image extends StoreImage {
  readonly sessionsOfCore: SessionsSnapshot<number | undefined>;
}

/** A command and its entry. */
interface PlacedCommand {
  readonly index: number;
  readonly entryTerm: number;
  readonly command: Command;
}

function take(world: World, service: StoreService, machine: Machine, placed: PlacedCommand): void {
  const { command, index, entryTerm } = placed;
  const { result, repeated } = applyCommand(machine.store, command);
  if (repeated) world.tally.reached.add('a command was proposed twice and took effect once');
  else tellExecuted(world, machine, placed);
  if (!machine.asked.delete(requestOf(command))) return;
  service.onAnswer(machine, command, { result, index, entryTerm });
}

/** Tells, as a line of the server, that its state machine executes a command. */
function tellExecuted(world: World, { server }: Machine, { command, index }: PlacedCommand): void {
  if (server?.observer === undefined) return;
  server.seq += 1;
  server.observer({
    event: 'command.executed',
    time: virtualEpochMs + world.nowMs,
    node: server.id,
    seq: server.seq,
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    index,
    client: command.client,
    clientSeq: command.number,
  });
}

/** How a machine remembers whom to answer. */
export function requestOf({ client, number }: Command): string {
  return `${client} ${number}`;
}

function whatIsWrong(
  machine: Machine,
  index: number,
  entry: Entry,
  before: string | undefined,
): ChaosFailure | undefined {
  if (before !== undefined && before !== nameOf(entry)) {
    const what = `${machine.id} applied ${nameOf(entry)} at index ${index}`;
    return new ChaosFailure('values-disagree', `${what}, where another server applied ${before}`);
  }
  if (index === machine.store.applied + 1) return undefined;
  const what = `${machine.id} applied index ${index} after index ${machine.store.applied}`;
  return new ChaosFailure('applied-out-of-order', what);
}

function nameOf(entry: Entry): string {
  return `${entry.hash} of term ${entry.term}`;
}

function notOnce(what: string | undefined): ChaosFailure | undefined {
  return what === undefined ? undefined : new ChaosFailure('exactly-once', what);
}

function compactAt(world: World, sessions: ClientSessions, machine: Machine, index: number): void {
  const { snapshotInterval, core } = world.options;
  if (snapshotInterval === 0 || index % snapshotInterval !== 0) return;
  const data: Image = {
    ...imageOf(machine.store),
    sessionsOfCore: sessions.imageOf(machine, index),
  };
  const { server } = machine;
  // Not at once: the server is in the middle of handing over what it has committed.
  callAfter(world, 0, () => {
    if (server === undefined || machine.server !== server) return;
    const taken = { index, data, bytes: 32 * data.values.length };
    const shownMs = shownAt(machine.clock, world.nowMs);
    core.compact(server, taken, shownMs);
    // What is not applied yet nobody has a snapshot of: it has to refuse.
    core.compact(server, { ...taken, index: server.lastApplied + 1 }, shownMs);
    settle(world, machine, server);
  });
}
