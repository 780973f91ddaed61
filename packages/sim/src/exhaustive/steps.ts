import type { Message } from '@raftlens/core';
import type { Renaming } from './canonical-text.ts';
import { checkStep } from './check-step.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Applied, emptyHistory, type History, remember } from './history.ts';
import type { DeedKind } from './lineage.ts';
import { type Input, type Machine, type Rig, startMachine, step } from './machine.ts';
import { createNumbered, type Numbered } from './numbered.ts';
import { createRoutes } from './routes.ts';
import type { Violation } from './violation.ts';
import { commandName } from './world.ts';

/** What comes of an input to a numbered machine, everything in it numbered too. */
export interface Outcome {
  readonly next: number;
  readonly sent: readonly number[];
  readonly applied: Applied;
  readonly violation: Violation | undefined;
  /** The history after it, by the history before; filled in when it is asked for. */
  readonly histories: Map<number, number | Violation>;
}

/** Inputs as numbers: a message has its own, plus `firstMessage`. */
export const inputs = {
  electionTimeout: 0,
  heartbeat: 1,
  restart: 2,
  /** Plus the number of the command. */
  propose: 8,
  firstMessage: 64,
} as const;

/**
 * Everything that single machines were seen to do. A server does the same whenever the same happens
 * to it in the same state, so the core runs once for each pair of them, and a step of the cluster
 * is a look into a table.
 */
export interface Steps {
  readonly machines: Numbered<Machine>;
  readonly messages: Numbered<Message>;
  readonly histories: Numbered<History>;
  /** The facts of each numbered machine. */
  factsOf(machine: number): Facts;
  /** The place of the server that a numbered message goes to. */
  receiverOf(message: number): number;
  /** Sender and receiver of a numbered message, as one number. */
  linkOf(message: number): number;
  /** Timers fire where they run, and commands go to leaders. */
  can(machine: number, kind: DeedKind): boolean;
  outcome(machine: number, input: number): Outcome;
  historyAfter(history: number, outcome: Outcome): number | Violation;
}

/** Nothing seen yet. */
export function createSteps(rig: Rig, renamings: readonly Renaming[]): Steps {
  const machines = createNumbered<Machine>('S', renamings);
  const messages = createNumbered<Message>('M', renamings);
  const histories = createNumbered<History>('H', renamings);
  histories.numberOf(emptyHistory);
  const outcomes: Map<number, Outcome>[] = [];
  const facts: Facts[] = [];
  const routeOf = createRoutes(rig.ids, messages);

  function machineOf(number: number): Machine {
    const machine = machines.things[number];
    if (machine === undefined) throw new RangeError(`no machine has the number ${number}`);
    return machine;
  }

  function factsOfNumber(number: number): Facts {
    let known = facts[number];
    if (known === undefined) {
      known = factsOf(machineOf(number));
      facts[number] = known;
    }
    return known;
  }

  function run(machine: number, input: number): Outcome {
    const done = step(rig, machineOf(machine), inputOf(messages, input), 0);
    // Numbers that only traces need would make equal servers differ.
    done.machine.server.serial = 0;
    const next = machines.numberOf(done.machine);
    const sent = done.sent.map((message) => messages.numberOf({ ...message, serial: 0, inc: 0 }));
    const violation = checkStep(factsOfNumber(machine), factsOfNumber(next), done);
    const { applied } = done;
    return { next, sent, applied, violation, histories: new Map() };
  }

  return {
    machines,
    messages,
    histories,
    factsOf: factsOfNumber,
    receiverOf: (message) => routeOf(message).receiver,
    linkOf: (message) => routeOf(message).link,
    can: (machine, kind) => canDo(machineOf(machine), kind),
    outcome(machine, input) {
      outcomes[machine] ??= new Map();
      const known = outcomes[machine].get(input);
      if (known !== undefined) return known;
      const fresh = run(machine, input);
      outcomes[machine].set(input, fresh);
      return fresh;
    },
    historyAfter(history, outcome) {
      const known = outcome.histories.get(history);
      if (known !== undefined) return known;
      const before = histories.things[history] ?? emptyHistory;
      const after = remember(before, outcome.applied, factsOfNumber(outcome.next));
      const result = 'property' in after ? after : histories.numberOf(after);
      outcome.histories.set(history, result);
      return result;
    },
  };
}

function canDo({ server }: Machine, kind: DeedKind): boolean {
  if (kind === 'election-timeout') return Number.isFinite(server.electionDeadline);
  if (kind === 'heartbeat') return Number.isFinite(server.heartbeatDeadline);
  return kind !== 'propose' || server.role === 'leader';
}

/** The number of a machine that never ran. */
export function startOf(steps: Steps, rig: Rig, id: string): number {
  return steps.machines.numberOf(startMachine(rig, id, 0));
}

function inputOf(messages: Numbered<Message>, input: number): Input {
  if (input >= inputs.firstMessage) {
    const message = messages.things[input - inputs.firstMessage];
    if (message === undefined) throw new RangeError(`no input has the number ${input}`);
    return { kind: 'deliver', message };
  }
  if (input >= inputs.propose) {
    return { kind: 'propose', command: commandName(input - inputs.propose) };
  }
  if (input === inputs.electionTimeout) return { kind: 'election-timeout' };
  if (input === inputs.heartbeat) return { kind: 'heartbeat' };
  return { kind: 'restart', incarnation: 0 };
}
