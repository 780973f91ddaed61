import type { Core, Server, ServerOptions } from '@raftlens/core';
import type { HostFault } from './host-fault.ts';
import { createHostThreads, type HostThreads } from './host-threads.ts';

/** A server with the threads that run it. */
export interface ThreadedServer extends Server {
  readonly threads: HostThreads;
}

const threaded: WeakSet<Core> = new WeakSet();

/**
 * A core whose servers are run by threads with a lock, as most Rafts are: what the core would do at
 * once, a thread does once it has the lock. It stands in place of a core wherever one is run; but
 * only the scenario `threads` asks servers under their lock, and waits for it.
 */
export function threadedCore(core: Core, fault?: HostFault): Core {
  const made: Core = {
    ...core,
    createServer(options, now) {
      const server = core.createServer(options, now);
      const seed = seedFrom(options);
      const threads = createHostThreads({ core, server, seed, fault, startMs: now });
      return Object.assign(server, { threads });
    },
    receive: (server, message, now) => threadsOf(server).receive(message, now),
    tick: (server, now) => threadsOf(server).run(now),
    /** Refused while a thread has the lock; {@link HostThreads.call} would wait for it. */
    propose: (server, command, hash, now) =>
      threadsOf(server).idle() ? core.propose(server, command, hash, now) : undefined,
    takeEffects: (server) => threadsOf(server).takeEffects(),
    nextDeadline: (server) => threadsOf(server).nextTime(),
  };
  threaded.add(made);
  return made;
}

/** Any number does, but the seeds that people wrote down hang on it. */
const spread = 5;

/** Drawn as a timeout is, in whole microseconds, so that a capsule that keeps those keeps this. */
function seedFrom({ random, settings }: ServerOptions): number {
  const [min, max] = settings.electionTimeoutMs;
  return Math.round((min + random() * (max - min)) * 1000) * spread;
}

/** The core as it is if its servers have threads, else one with a correct host around it. */
export function withThreads(core: Core): Core {
  return threaded.has(core) ? core : threadedCore(core);
}

/** The threads of a server that a threaded core made. */
export function threadsOf(server: Server): HostThreads {
  if (!isThreaded(server)) throw new TypeError(`${server.id} has no threads`);
  return server.threads;
}

function isThreaded(server: Server): server is ThreadedServer {
  return 'threads' in server;
}
