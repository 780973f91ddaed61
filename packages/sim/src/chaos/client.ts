import { createRandom, type Random } from '../random.ts';
import { virtualEpochMs } from '../virtual-epoch.ts';
import type { Command } from './key-value-store.ts';
import type { Operation, OperationKind } from './operation.ts';
import { hashOf, request } from './request.ts';
import type { Answer } from './service.ts';
import { callAfter, type World } from './world.ts';

/** A client waits so long for an answer before it asks another server, ms. */
const patienceMs = 250;
/** And so long after a server said that it does not lead, ms. */
const pauseMs = 20;

/** All that clients did, in one order. */
export interface History {
  readonly operations: Operation[];
  /** Invocations and returns so far. */
  position: number;
}

/** What makes a client. */
export interface ClientOptions {
  readonly world: World;
  readonly history: History;
  readonly id: string;
  readonly keys: readonly string[];
  readonly thinkMs: number;
  /** Until it is told to stop, it asks only what it is told to ask, whom it is told to ask. */
  readonly scripted?: boolean | undefined;
}

/** What a scripted client is told to ask. */
export interface ScriptedRequest {
  readonly kind: OperationKind;
  readonly key: string;
  /** Number of the server, counted from 0. */
  readonly to: number;
  /** The operation under way once more. */
  readonly again: boolean;
}

/** A client that does one operation after the other, each until it has an answer. */
export interface Client {
  readonly id: string;
  /** Has an operation whose answer is out. */
  busy(): boolean;
  /** Begins to work, and goes on until it is told to stop. */
  start(): void;
  /** Begins nothing new. */
  stop(): void;
  /** Does one operation of this kind. */
  invoke(kind: OperationKind, key: string): void;
  /** Asks a server as a script says; what it waits for is given up, unless it asks again. */
  ask(request: ScriptedRequest): void;
  /** The operation under way, whose outcome is not known. */
  open(): Operation | undefined;
  /** A server answers. */
  answer(command: Command, answer: Answer): void;
}

interface State {
  readonly options: ClientOptions;
  readonly random: Random;
  /** The operation under way, and when it began. */
  command: Command | undefined;
  invoked: number;
  /** Operations so far. */
  number: number;
  /** Which attempt at the operation counts; timers of older ones do nothing. */
  attempt: number;
  lostPatience: boolean;
  /** The server that is asked next, counted on past the last one. */
  favourite: number;
  working: boolean;
  scripted: boolean;
}

/** A client that has done nothing yet. */
export function createClient(options: ClientOptions): Client {
  const { world, id, thinkMs } = options;
  const random = createRandom(world.options.seed, `${world.options.run}/${id}`);
  const state: State = {
    options,
    random,
    command: undefined,
    invoked: 0,
    number: 0,
    attempt: 0,
    lostPatience: false,
    favourite: random.integer(0, world.machines.length - 1),
    working: false,
    scripted: options.scripted === true,
  };
  return {
    id,
    busy: () => state.command !== undefined,
    start() {
      if (state.scripted) return;
      state.working = true;
      callAfter(world, thinkMs * random.next(), () => work(state));
    },
    stop() {
      state.working = false;
      if (!state.scripted) return;
      state.scripted = false;
      if (state.command !== undefined) tryServer(state, state.command);
    },
    ask: (request) => ask(state, request),
    invoke: (kind, key) => invoke(state, kind, key),
    open: () => open(state),
    answer: (command, given) => answer(state, command, given),
  };
}

function work(state: State): void {
  const { random, options } = state;
  if (!state.working || state.command !== undefined) return;
  const kind = (['put', 'append', 'append', 'get', 'get'] as const)[random.integer(0, 4)];
  const key = options.keys[random.integer(0, options.keys.length - 1)];
  if (kind !== undefined && key !== undefined) invoke(state, kind, key);
}

function invoke(state: State, kind: OperationKind, key: string): void {
  const { world, history, id } = state.options;
  state.number += 1;
  const value = kind === 'get' ? '' : `${id}.${state.number} `;
  const command = { client: id, number: state.number, kind, key, value };
  history.position += 1;
  state.invoked = history.position;
  state.command = command;
  state.attempt = 0;
  state.lostPatience = false;
  const head = { time: virtualEpochMs + world.nowMs, run: world.options.run, client: id };
  const told = kind === 'get' ? undefined : value;
  world.options.observe?.({ ...head, event: 'client.invoked', op: kind, key, value: told });
  tryServer(state, command);
}

/** Asks one server; another one when it refuses or does not answer in time. */
function tryServer(state: State, command: Command): void {
  const { random } = state;
  const { world } = state.options;
  const { machines } = world;
  state.attempt += 1;
  noteRequest(state, command);
  const { attempt, scripted } = state;
  const counts = (): boolean => state.command === command && state.attempt === attempt;
  const machine = machines[state.favourite % machines.length];
  if (machine !== undefined) {
    request(world, machine, command, (leader) => {
      if (scripted || !counts()) return;
      state.favourite = leader ?? anotherServer(state);
      callAfter(world, pauseMs * random.next(), () => {
        if (counts()) tryServer(state, command);
      });
    });
  }
  if (scripted) return;
  callAfter(world, patienceMs * (0.5 + random.next()), () => {
    if (!counts()) return;
    state.favourite = anotherServer(state);
    state.lostPatience = true;
    tryServer(state, command);
  });
}

/** Lets a recorder note who asks whom. */
function noteRequest({ options, favourite, attempt }: State, command: Command): void {
  const { world } = options;
  const { client, kind, key } = command;
  const at = world.nowMs - world.options.startMs;
  const to = world.machines[favourite % world.machines.length]?.id ?? '';
  world.options.decider?.client({ at, client, kind, key, to, again: attempt > 1 });
}

function ask(state: State, { kind, key, to, again }: ScriptedRequest): void {
  state.favourite = to;
  if (again) {
    if (state.command !== undefined) tryServer(state, state.command);
    return;
  }
  const given = open(state);
  if (given !== undefined) state.options.history.operations.push(given);
  invoke(state, kind, key);
}

/** Any of them: where the three behind it all name a leader of the past, it asked them for ever. */
function anotherServer({ favourite, random, options }: State): number {
  return favourite + random.integer(1, Math.max(3, options.world.machines.length - 1));
}

function open({ command, invoked }: State): Operation | undefined {
  if (command === undefined) return undefined;
  const { client, kind, key, value } = command;
  const returned = Number.POSITIVE_INFINITY;
  return { client, kind, key, value, result: undefined, invoked, returned };
}

function answer(state: State, answered: Command, { result, index, entryTerm }: Answer): void {
  const { command, invoked } = state;
  const { world, history, id, thinkMs } = state.options;
  if (command === undefined || answered.number !== command.number) return;
  const { kind, key, value } = command;
  history.position += 1;
  const returned = history.position;
  history.operations.push({ client: id, kind, key, value, result, invoked, returned });
  state.command = undefined;
  world.tally.answers += 1;
  if (state.lostPatience) world.tally.reached.add('a client lost patience and was answered later');
  const head = { time: virtualEpochMs + world.nowMs, run: world.options.run, client: id };
  const told = kind === 'get' ? result : undefined;
  world.options.observe?.({
    ...head,
    event: 'client.returned',
    op: kind,
    key,
    value: told,
    ok: true,
    index,
    entryTerm,
    hash: index === undefined ? undefined : hashOf(answered),
  });
  if (state.working) callAfter(world, thinkMs * state.random.next(), () => work(state));
}
