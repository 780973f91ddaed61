import type { Core, Message, Server, ServerOptions } from '@raftlens/core';
import { type Difference, firstDifference } from './first-difference.ts';
import { standingOf } from './standing.ts';

/** A step at which a server and a correct one part. */
export interface Divergence {
  readonly server: Server;
  /** What the server was given, such as `a RequestVote of term 3 from n1`. */
  readonly after: string;
  readonly difference: Difference;
}

/** A correct server that gets what another one gets. */
interface Shadow {
  readonly server: Server;
  /** The chances that the other one drew in this step, in order; the shadow draws the same. */
  readonly drawn: number[];
  after: string;
}

/** Pairs of a server and its shadow. */
interface Pairs {
  start(options: ServerOptions, now: number): Server;
  /** Has both take a step after an input, and compares what they answer and how they stand. */
  both<Result>(server: Server, after: string, step: (core: Core, server: Server) => Result): Result;
}

/**
 * The subject, with a correct server beside each of its own that is fed the same inputs, clock and
 * chances. What they want done and how they stand afterwards must be equal: the first difference
 * is the bug itself, long before it does harm. Tells the first of all servers, then stops looking.
 */
export function inLockstep(
  subject: Core,
  correct: Core,
  onDivergence: (divergence: Divergence) => void,
): Core {
  const { start, both } = createPairs(subject, correct, onDivergence);
  return {
    createServer: start,
    receive: (server, message, now) =>
      both(server, nameOf(message), (core, each) => core.receive(each, message, now)),
    tick: (server, now) => both(server, 'a timer', (core, each) => core.tick(each, now)),
    propose: (server, command, hash, now) =>
      both(server, 'a command', (core, each) => core.propose(each, command, hash, now)),
    startRead: (server, id, now) =>
      both(server, 'a read', (core, each) => core.startRead(each, id, now)),
    changeMembership: (server, wanted, now) =>
      both(server, 'a change of members', (core, each) => core.changeMembership(each, wanted, now)),
    transferLeadership: (server, target, now) =>
      both(server, 'a call to hand over', (core, each) =>
        core.transferLeadership(each, target, now),
      ),
    compact: (server, taken, now) =>
      both(server, 'a snapshot', (core, each) => core.compact(each, taken, now)),
    persisted: (server, write, now) =>
      both(server, 'a durable write', (core, each) => core.persisted(each, write, now)),
    takeEffects: (server) => both(server, '', (core, each) => core.takeEffects(each)),
    createSessions: subject.createSessions,
    nextDeadline: (server) => both(server, '', (core, each) => core.nextDeadline(each)),
  };
}

function createPairs(
  subject: Core,
  correct: Core,
  onDivergence: (divergence: Divergence) => void,
): Pairs {
  const shadows = new Map<Server, Shadow>();
  let over = false;

  const compare = (server: Server, shadow: Shadow, left: unknown, right: unknown): void => {
    const difference =
      firstDifference(left, right) ??
      firstDifference(standingOf(server), standingOf(shadow.server)) ??
      undrawn(shadow);
    if (difference === undefined) return;
    over = true;
    shadows.clear();
    onDivergence({ server, after: shadow.after, difference });
  };

  return {
    start(options, now) {
      if (over) return subject.createServer(options, now);
      const drawn: number[] = [];
      const server = subject.createServer({ ...options, random: noting(options, drawn) }, now);
      // It draws what the other one drew; where it draws more, the two differ at once.
      const random = (): number => drawn.shift() ?? 2;
      const beside = correct.createServer({ ...options, random, observer: undefined }, now);
      const shadow = { server: beside, drawn, after: 'its start' };
      shadows.set(server, shadow);
      compare(server, shadow, undefined, undefined);
      return server;
    },
    both(server, after, step) {
      const result = step(subject, server);
      const shadow = over ? undefined : shadows.get(server);
      if (shadow === undefined) return result;
      // Effects are what came of the input before.
      if (after !== '') shadow.after = after;
      compare(server, shadow, result, step(correct, shadow.server));
      return result;
    },
  };
}

function noting({ random }: ServerOptions, drawn: number[]): () => number {
  return () => {
    const chance = random();
    drawn.push(chance);
    return chance;
  };
}

/** The other server chose a timeout that the shadow did not choose. */
function undrawn({ drawn }: Shadow): Difference | undefined {
  if (drawn.length === 0) return undefined;
  return { path: 'timeouts chosen', subject: drawn.length, correct: 0 };
}

function nameOf({ kind, term, from }: Message): string {
  return `${kind} of term ${term} from ${from}`;
}
