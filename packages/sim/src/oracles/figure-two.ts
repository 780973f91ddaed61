import type { Core, Message, Server, ServerOptions } from '@raftlens/core';
import { atAnyStep } from './figure-two/at-any-step.ts';
import { atConfiguration } from './figure-two/at-configuration.ts';
import { atMessage } from './figure-two/at-message.ts';
import { atCompaction } from './figure-two/at-snapshot.ts';
import { atTick } from './figure-two/at-tick.ts';
import { atEffects } from './figure-two/at-write.ts';
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
  const memories = new Map<Server, Memory>();
  let over = false;

  const tell = (server: Server, what: Breach): void => {
    if (what === undefined || over) return;
    over = true;
    memories.clear();
    onBreach({ server, what });
  };

  const step = <Result>(
    server: Server,
    now: number,
    take: () => Result,
    after?: (step: Step, result: Result) => Breach,
  ): Result => {
    const memory = over ? undefined : memories.get(server);
    if (memory === undefined) return take();
    const before = standingBefore(server, now);
    const already = server.outbox.length;
    const result = take();
    if (server.currentTerm !== before.term) memory.votes = new Set();
    const sent: readonly Message[] = server.outbox.slice(already);
    const done: Step = { before, server, memory, now, sent };
    tell(server, after?.(done, result) ?? atAnyStep(done));
    return result;
  };

  return {
    ...core,
    createServer(options, now) {
      const server = core.createServer(options, now);
      if (over) return server;
      memories.set(server, memoryOf(server));
      tell(server, atStart(server, options));
      return server;
    },
    receive(server, message, now) {
      const after = over ? undefined : atMessage(server, message);
      step(server, now, () => core.receive(server, message, now), after);
    },
    tick: (server, now) => step(server, now, () => core.tick(server, now), atTick),
    propose: (server, command, hash, now) =>
      step(
        server,
        now,
        () => core.propose(server, command, hash, now),
        ({ before }, proposed) =>
          proposed !== undefined && before.role !== 'leader'
            ? `a ${before.role} takes a command (Raft §5.1)`
            : undefined,
      ),
    compact(server, taken, now) {
      const after = atCompaction(server, taken.index);
      return step(server, now, () => core.compact(server, taken, now), after);
    },
    persisted: (server, write, now) => step(server, now, () => core.persisted(server, write, now)),
    takeEffects(server) {
      const effects = core.takeEffects(server);
      const memory = over ? undefined : memories.get(server);
      if (memory === undefined) return effects;
      const before = standingBefore(server, server.now);
      tell(server, atEffects({ before, server, memory, now: server.now, sent: [] }, effects));
      return effects;
    },
  };
}

function memoryOf(server: Server): Memory {
  return {
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
