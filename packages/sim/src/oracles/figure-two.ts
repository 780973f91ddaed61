import type { Core, Message, Server, ServerOptions } from '@raftlens/core';
import { atAnyStep } from './figure-two/at-any-step.ts';
import { atConfiguration, leavesJoint } from './figure-two/at-configuration.ts';
import { atMessage } from './figure-two/at-message.ts';
import { atCompaction } from './figure-two/at-snapshot.ts';
import { atTick } from './figure-two/at-tick.ts';
import { atEffects, atPersisted } from './figure-two/at-write.ts';
import {
  type Breach,
  lastIndexOf,
  lastTermOf,
  type Memory,
  type Step,
  standingBefore,
} from './figure-two/step.ts';

/** A step that Figure 2 does not allow. */
export interface FigureTwoBreach {
  readonly server: Server;
  /** What is wrong, and the place in the paper. */
  readonly what: string;
}

/**
 * The core, with every step of every server held to what Figure 2 says of it. It knows nothing of
 * how the core does it, so that it also holds a core to it that no correct one is at hand for.
 * Tells the first breach, then stops looking.
 */
export function underFigureTwo(core: Core, onBreach: (breach: FigureTwoBreach) => void): Core {
  const { begin, step, known, tell } = createWatch(onBreach);
  return {
    ...core,
    createServer(options, now) {
      const server = core.createServer(options, now);
      begin(server);
      if (known(server) !== undefined) tell(server, atStart(server, options));
      return server;
    },
    receive(server, message, now) {
      const after = known(server) === undefined ? undefined : atMessage(server, message);
      step(server, now, () => core.receive(server, message, now), after);
    },
    tick: (server, now) => step(server, now, () => core.tick(server, now), atTick),
    propose: (server, command, hash, now) =>
      step(server, now, () => core.propose(server, command, hash, now), atProposal),
    compact(server, taken, now) {
      const after = atCompaction(server, taken.index);
      return step(server, now, () => core.compact(server, taken, now), after);
    },
    persisted: (server, write, now) =>
      step(server, now, () => core.persisted(server, write, now), atPersisted(write)),
    startRead: (server, id, now) => step(server, now, () => core.startRead(server, id, now)),
    takeEffects(server) {
      const effects = core.takeEffects(server);
      const memory = known(server);
      if (memory === undefined) return effects;
      const before = standingBefore(server, server.now);
      const taken: Step = { before, server, memory, now: server.now, sent: [] };
      tell(server, atEffects(taken, effects) ?? leavesJoint(server));
      return effects;
    },
  };
}

/** Looks at servers until the first breach. */
interface Watch {
  begin(server: Server): void;
  /** What is known of a server; nothing once the first breach was told. */
  known(server: Server): Memory | undefined;
  /** Has a server take a step, and looks at it by its kind and as at any. */
  step<Result>(
    server: Server,
    now: number,
    take: () => Result,
    after?: (step: Step, result: Result) => Breach,
  ): Result;
  tell(server: Server, what: Breach): void;
}

function createWatch(onBreach: (breach: FigureTwoBreach) => void): Watch {
  const memories = new Map<Server, Memory>();
  /** By the server's name, as names of reads outlive it. */
  const asked = new Map<string, Set<string>>();
  let over = false;
  const tell: Watch['tell'] = (server, what) => {
    if (what === undefined || over) return;
    over = true;
    memories.clear();
    onBreach({ server, what });
  };
  return {
    tell,
    known: (server) => memories.get(server),
    begin(server) {
      if (over) return;
      const names = asked.get(server.id) ?? new Set();
      asked.set(server.id, names);
      memories.set(server, memoryOf(server, names));
    },
    step(server, now, take, after) {
      const memory = memories.get(server);
      if (memory === undefined) return take();
      const before = standingBefore(server, now);
      const already = server.outbox.length;
      const result = take();
      if (server.currentTerm !== before.term) memory.votes = new Set();
      const sent: readonly Message[] = server.outbox.slice(already);
      const done: Step = { before, server, memory, now, sent };
      tell(server, after?.(done, result) ?? atAnyStep(done));
      return result;
    },
  };
}

/** Only a leader takes commands. */
function atProposal({ before: { role } }: Step, proposed: unknown): Breach {
  if (proposed === undefined || role === 'leader') return undefined;
  return `a ${role} takes a command (Raft §5.1)`;
}

function memoryOf(server: Server, asked: Set<string>): Memory {
  return {
    asked,
    votes: new Set(),
    preVotes: new Set(),
    disk: {
      term: server.currentTerm,
      vote: server.votedFor,
      lastIndex: lastIndexOf(server),
      lastTerm: lastTermOf(server),
      snapshotIndex: server.snapshot?.index ?? 0,
    },
  };
}

/** A server starts as a follower, with what it stored and nothing else (Figure 2). */
function atStart(server: Server, { stored }: ServerOptions): Breach {
  const base = stored?.snapshot?.index ?? 0;
  const same =
    server.role === 'follower' &&
    server.currentTerm === (stored?.currentTerm ?? 0) &&
    server.votedFor === stored?.votedFor &&
    lastIndexOf(server) === base + (stored?.entries.length ?? 0) &&
    server.commitIndex === base;
  return same ? atConfiguration(server) : 'it starts with something else than it stored (Figure 2)';
}
