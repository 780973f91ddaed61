import type { EventName, EventOf, Role, TraceEvent } from '@raftlens/trace';
import { createShadow, follow, type Shadow, termAt } from './shadow.ts';

/** What a server was before a step. */
export interface Before {
  readonly role: Role | undefined;
  readonly term: number | undefined;
  readonly votedFor: string | null | undefined;
  readonly last: number;
  readonly lastTerm: number | undefined;
  readonly base: number;
  readonly commit: number;
  readonly applied: number;
  readonly life: number | undefined;
  readonly durable: Shadow['durable'];
  readonly configuration: Shadow['configurations'][number] | undefined;
  readonly progress: { readonly match: number; readonly next: number } | undefined;
  readonly votes: number;
  /** For a received AppendEntries: how the log stood to it. */
  readonly fit: Fit | undefined;
  /** For a received InstallSnapshot: the term of its last entry in the log, if that is known. */
  readonly termOfIncluded: number | undefined;
}

/** How a log stands to the entries of an AppendEntries. */
export interface Fit {
  /** The log holds the entry before them; undefined where that is not known. */
  readonly held: boolean | undefined;
  /** First index at which they differ; one beyond the last entry when the log lacks them. */
  readonly differsAt: number | undefined;
}

/** What a server does on one input: the lines that it writes until the next input comes. */
export interface Step {
  readonly server: Shadow;
  readonly before: Before;
  readonly input: TraceEvent;
  /** The input first. */
  readonly events: readonly TraceEvent[];
  /** All servers of the run, for what one knows of another. */
  readonly servers: ReadonlyMap<string, Shadow>;
  readonly started: EventOf<'trace.started'> | undefined;
}

/** Cuts the lines of each server into steps. */
export interface Stepper {
  readonly servers: ReadonlyMap<string, Shadow>;
  observe(event: TraceEvent): void;
  end(): void;
}

const inputs: ReadonlySet<EventName> = new Set<EventName>([
  'message.received',
  'timer.expired',
  'node.started',
  'node.crashed',
  'node.stopped',
  'entry.proposed',
  'config.proposed',
  'transfer.started',
  'read.started',
]);

interface Open {
  readonly server: Shadow;
  readonly before: Before;
  readonly events: TraceEvent[];
  whole: boolean;
}

/** More lines than these in one step are not kept: it is then left out. */
const longest = 5000;

/**
 * Steps go to `onStep` when they are over. A step in which lines are missing, by the server's own
 * counter, goes nowhere: what is not there cannot be held against it.
 */
export function createStepper(onStep: (step: Step) => void): Stepper {
  const servers = new Map<string, Shadow>();
  const open = new Map<string, Open>();
  let started: EventOf<'trace.started'> | undefined;

  const close = (step: Open): void => {
    const [input] = step.events;
    if (!step.whole || input === undefined || !inputs.has(input.event)) return;
    const { server, before, events } = step;
    onStep({ server, before, input, events, servers, started });
  };

  return {
    servers,
    observe(event) {
      if (event.event === 'trace.started') started = event;
      const { node } = event;
      if (node === undefined) return;
      let server = servers.get(node);
      if (server === undefined) {
        server = createShadow(node);
        servers.set(node, server);
      }
      const next = server.seq === undefined || event.seq === server.seq + 1 || isNewLife(event);
      let step = open.get(node);
      if (step === undefined || (inputs.has(event.event) && !isPartOf(step, event))) {
        if (step !== undefined) close(step);
        step = { server, before: beforeOf(server, event), events: [], whole: true };
        open.set(node, step);
      } else if (!next || event.seq === undefined) step.whole = false;
      if (step.events.length < longest) step.events.push(event);
      else step.whole = false;
      if (event.seq !== undefined) server.seq = event.seq;
      follow(server, event);
    },
    end() {
      for (const step of open.values()) close(step);
      open.clear();
    },
  };
}

/** A new leader's first entry is part of its victory, that of a configuration of its proposal. */
function isPartOf({ events }: Open, { event, time }: TraceEvent): boolean {
  const last = events.at(-1);
  if (event !== 'entry.proposed' || last?.time !== time) return false;
  if (last.event === 'config.proposed') return true;
  return events.some((each) => each.event === 'role.changed' && each.to === 'leader');
}

function isNewLife({ event }: TraceEvent): boolean {
  return event === 'node.started';
}

function beforeOf(server: Shadow, input: TraceEvent): Before {
  const peer = input.event === 'message.received' ? server.progress.get(input.from) : undefined;
  return {
    role: server.role,
    term: server.term,
    votedFor: server.votedFor,
    last: server.last,
    lastTerm: termAt(server, server.last),
    base: server.base,
    commit: server.commit,
    applied: server.applied,
    life: server.life,
    durable: server.durable,
    configuration: server.configurations.at(-1),
    progress: peer === undefined ? undefined : { ...peer },
    votes: server.votes.size,
    fit: fitOf(server, input),
    termOfIncluded:
      input.event === 'message.received' && input.lastIncludedIndex !== undefined
        ? termAt(server, input.lastIncludedIndex)
        : undefined,
  };
}

function fitOf(server: Shadow, input: TraceEvent): Fit | undefined {
  if (input.event !== 'message.received' || input.kind !== 'AppendEntries') return undefined;
  const { prevLogIndex: prev, prevLogTerm, entries = [] } = input;
  if (prev === undefined || prevLogTerm === undefined) return undefined;
  const own = termAt(server, prev);
  let differsAt: number | undefined;
  for (const [place, entry] of entries.entries()) {
    const index = prev + 1 + place;
    if (index <= server.base) continue;
    const term = termAt(server, index);
    if (index <= server.last && term === undefined)
      return { held: undefined, differsAt: undefined };
    if (term === entry.term && index <= server.last) continue;
    differsAt = index;
    break;
  }
  const held = prev > server.last ? false : own === undefined ? undefined : own === prevLogTerm;
  return { held, differsAt };
}

/** The first event of that name in a step. */
export function eventIn<Name extends EventName>(
  { events }: Pick<Step, 'events'>,
  name: Name,
): EventOf<Name> | undefined {
  return events.find((event): event is EventOf<Name> => event.event === name);
}

/** The RPC or answer that a step is about, if it is of that kind. */
export function receivedOf(
  { input }: Step,
  kind: EventOf<'message.received'>['kind'],
): EventOf<'message.received'> | undefined {
  return input.event === 'message.received' && input.kind === kind ? input : undefined;
}

/** Whether the step set the election timer. */
export function setsElectionTimer({ events }: Step): boolean {
  return events.some((event) => event.event === 'timer.started' && event.timer === 'election');
}
