import { type Message, messageId } from '@raftlens/core';
import type { Action, MessageName } from './action.ts';
import { checkCluster } from './check-cluster.ts';
import { checkStep } from './check-step.ts';
import { type Facts, factsOf } from './facts.ts';
import { emptyHistory, type History, remember } from './history.ts';
import { type Input, type Machine, type Rig, type Step, startMachine, step } from './machine.ts';
import type { Property, Violation } from './violation.ts';

/** A message that was sent and may still arrive. */
export interface Flight {
  readonly message: Message;
  readonly name: MessageName;
}

/** A cluster that goes through one run, action by action, 1 ms of virtual time each. */
export interface World {
  readonly rig: Rig;
  /** Violations that count; all of them if not said. */
  readonly properties: readonly Property[] | undefined;
  readonly machines: Map<string, Machine>;
  /** In the order in which they were sent. */
  flights: readonly Flight[];
  /** How many messages of each name, but for its number, were sent. */
  readonly sent: Map<string, number>;
  history: History;
  commands: number;
  nowMs: number;
}

/** A cluster right after its servers started. */
export function createWorld(rig: Rig, properties?: readonly Property[]): World {
  return {
    rig,
    properties,
    machines: new Map(rig.ids.map((id) => [id, startMachine(rig, id, 0)])),
    flights: [],
    sent: new Map(),
    history: emptyHistory,
    commands: 0,
    nowMs: 0,
  };
}

/**
 * Has the action happen, and says what it violates.
 *
 * Throws a RangeError when it cannot happen here: the server is unknown, the message not in flight.
 */
export function perform(world: World, action: Action): Violation | undefined {
  world.nowMs += 1;
  if (!('message' in action)) {
    return run(world, action.server, inputOf(world, action));
  }
  const flight = findFlight(world, action.message);
  if (action.kind === 'duplicate') tellFate(world, 'message.duplicated', flight.message);
  else world.flights = world.flights.filter((each) => each !== flight);
  if (action.kind === 'lose') {
    tellFate(world, 'message.dropped', flight.message);
    return undefined;
  }
  return run(world, flight.message.to, { kind: 'deliver', message: flight.message });
}

function inputOf(world: World, action: Exclude<Action, { readonly message: MessageName }>): Input {
  switch (action.kind) {
    case 'propose':
      world.commands += 1;
      return { kind: 'propose', command: commandName(world.commands) };
    case 'restart': {
      const incarnation = 1 + machineOf(world, action.server).server.incarnation;
      return { kind: 'restart', incarnation };
    }
    default:
      return { kind: action.kind };
  }
}

/** What the `count`th command of a run is called. */
export function commandName(count: number): string {
  return `x${count}`;
}

function run(world: World, id: string, input: Input): Violation | undefined {
  const machine = machineOf(world, id);
  const before = input.kind === 'restart' ? crash(world, machine) : machine;
  const done = step(world.rig, before, input, world.nowMs);
  world.machines.set(id, done.machine);
  for (const message of done.sent) launch(world, message);
  return judge(world, factsOf(before), done);
}

function judge(world: World, before: Facts, done: Step): Violation | undefined {
  const after = factsOf(done.machine);
  const wrong = wanted(world, checkStep(before, after, done));
  if (wrong !== undefined) return wrong;
  const history = remember(world.history, done.applied, after);
  if (!('property' in history)) world.history = history;
  else if (wanted(world, history) !== undefined) return history;
  const machines = [...world.machines.values()];
  return wanted(world, checkCluster(machines.map(factsOf), world.history.committed));
}

function wanted({ properties }: World, violation: Violation | undefined): Violation | undefined {
  if (violation === undefined || properties === undefined) return violation;
  return properties.includes(violation.property) ? violation : undefined;
}

function launch(world: World, message: Message): void {
  const { kind, term, from, to } = message;
  const key = `${kind} ${term} ${from} ${to}`;
  const nth = 1 + (world.sent.get(key) ?? 0);
  world.sent.set(key, nth);
  world.flights = [...world.flights, { message, name: { kind, term, from, to, nth } }];
}

function machineOf(world: World, id: string): Machine {
  const machine = world.machines.get(id);
  if (machine === undefined) throw new RangeError(`no server is called ${id}`);
  return machine;
}

function findFlight(world: World, wanted: MessageName): Flight {
  const flight = world.flights.find(
    ({ name }) =>
      name.nth === wanted.nth &&
      name.kind === wanted.kind &&
      name.term === wanted.term &&
      name.from === wanted.from &&
      name.to === wanted.to,
  );
  if (flight !== undefined) return flight;
  const { kind, term, from, to, nth } = wanted;
  throw new RangeError(`not in flight: ${kind} ${nth} of term ${term} from ${from} to ${to}`);
}

/** The crash has an event of its own; its number is the last of that life. */
function crash(world: World, machine: Machine): Machine {
  const { server } = machine;
  world.rig.observe?.({
    event: 'node.crashed',
    time: (world.rig.clockBaseMs ?? 0) + world.nowMs,
    node: server.id,
    seq: server.seq + 1,
    inc: server.incarnation,
    run: world.rig.run,
  });
  return { ...machine, server: { ...server, seq: server.seq + 1 } };
}

function tellFate(
  world: World,
  event: 'message.dropped' | 'message.duplicated',
  message: Message,
): void {
  world.rig.observe?.({
    event,
    time: (world.rig.clockBaseMs ?? 0) + world.nowMs,
    run: world.rig.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
  });
}
