import { virtualEpochMs } from '../cluster.ts';
import { createRandom, type Random } from '../random.ts';
import { shownAt } from './clock.ts';
import type { Command } from './key-value-store.ts';
import type { Machine } from './machine.ts';
import type { Operation, OperationKind } from './operation.ts';
import { requestOf } from './service.ts';
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
}

/** A client that does one operation after the other, each until it has an answer. */
export interface Client {
  readonly id: string;
  /** Has an operation whose answer is out. */
  readonly busy: boolean;
  /** Begins to work, and goes on until it is told to stop. */
  start(): void;
  /** Begins nothing new. */
  stop(): void;
  /** Does one operation of this kind. */
  invoke(kind: OperationKind, key: string): void;
  /** A server answers. */
  answer(command: Command, result: string): void;
  /** The operation under way has no answer yet: its outcome is not known. */
  giveUp(): void;
}

/** A client that has done nothing yet. */
export function createClient({ world, history, id, keys, thinkMs }: ClientOptions): Client {
  const random = createRandom(world.options.seed, `${world.options.run}/${id}`);
  let command: Command | undefined;
  let invoked = 0;
  let number = 0;
  let attempts = 0;
  let favourite = random.integer(0, world.machines.length - 1);
  let lostPatience = false;
  let working = false;

  const finish = (done: Command, result: string | undefined): void => {
    const known = result !== undefined;
    history.position += 1;
    const returned = known ? history.position : Number.POSITIVE_INFINITY;
    const { kind, key, value } = done;
    history.operations.push({ client: id, kind, key, value, result, invoked, returned });
    command = undefined;
    tell(world, 'client.returned', done, kind === 'get' ? result : undefined, known);
  };

  const attempt = (): void => {
    const asked = command;
    if (asked === undefined) return;
    attempts += 1;
    const turn = attempts;
    const again = (): void => {
      if (command === asked && turn === attempts) attempt();
    };
    const machine = world.machines[favourite % world.machines.length];
    if (machine !== undefined) {
      request(world, machine, asked, (leader) => {
        if (command !== asked || turn !== attempts) return;
        favourite = leader ?? nextServer(favourite, random);
        callAfter(world, pauseMs * random.next(), again);
      });
    }
    callAfter(world, patienceMs * (0.5 + random.next()), () => {
      if (command !== asked || turn !== attempts) return;
      favourite = nextServer(favourite, random);
      lostPatience = true;
      attempt();
    });
  };

  const client: Client = {
    id,
    get busy() {
      return command !== undefined;
    },
    start() {
      working = true;
      callAfter(world, thinkMs * random.next(), work);
    },
    stop() {
      working = false;
    },
    invoke(kind, key) {
      number += 1;
      const value = kind === 'get' ? '' : `${id}.${number} `;
      command = { client: id, number, kind, key, value };
      history.position += 1;
      invoked = history.position;
      attempts = 0;
      lostPatience = false;
      tell(world, 'client.invoked', command, kind === 'get' ? undefined : value, undefined);
      attempt();
    },
    answer(answered, result) {
      if (command === undefined || answered.number !== command.number) return;
      if (lostPatience) world.tally.reached.add('a client lost patience and was answered later');
      world.tally.answers += 1;
      finish(command, result);
      if (working) callAfter(world, thinkMs * random.next(), work);
    },
    giveUp() {
      if (command !== undefined) finish(command, undefined);
    },
  };

  function work(): void {
    if (!working || command !== undefined) return;
    const kind = (['put', 'append', 'append', 'get', 'get'] as const)[random.integer(0, 4)];
    const key = keys[random.integer(0, keys.length - 1)];
    if (kind !== undefined && key !== undefined) client.invoke(kind, key);
  }

  return client;
}

function nextServer(server: number, random: Random): number {
  return server + random.integer(1, 3);
}

/** A request reaches a server a hop later; one that does not lead says so, and who does. */
function request(
  world: World,
  machine: Machine,
  command: Command,
  onRefused: (leader: number | undefined) => void,
): void {
  const handle = (): void => {
    const { server } = machine;
    if (server === undefined) return;
    const shownMs = shownAt(machine.clock, world.nowMs);
    const proposed = world.options.core.propose(server, command, hashOf(command), shownMs);
    if (proposed !== undefined) {
      machine.asked.add(requestOf(command));
      return;
    }
    const { leaderId } = server;
    const leader = leaderId === undefined ? undefined : Number(leaderId.slice(1)) - 1;
    callAfter(world, world.options.hopMs, () => onRefused(leader));
  };
  const { incarnation } = machine;
  const item = { kind: 'input', machine, incarnation, input: { kind: 'request', handle } } as const;
  world.queue.push(world.nowMs + world.options.hopMs, item);
}

/** 64 bits that no other command of the trial has: its client and its number. */
function hashOf({ client, number }: Command): string {
  const who = Number(client.slice(1)).toString(16).padStart(4, '0');
  return who + number.toString(16).padStart(12, '0');
}

function tell(
  world: World,
  event: 'client.invoked' | 'client.returned',
  { client, kind, key }: Command,
  value: string | undefined,
  ok: boolean | undefined,
): void {
  const head = { time: virtualEpochMs + world.nowMs, run: world.options.run };
  const what = { client, op: kind, key, value };
  if (event === 'client.invoked') world.options.observe?.({ ...head, event, ...what });
  else world.options.observe?.({ ...head, event, ...what, ok });
}
