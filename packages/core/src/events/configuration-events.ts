import type { Configuration } from '../configuration.ts';
import type { Server } from '../server.ts';
import { eventTime, nextSeq } from './envelope.ts';

/** Tells what becomes of a configuration: proposed, in the log, committed. */
export function tellConfiguration(
  server: Server,
  event: 'config.proposed' | 'config.appended' | 'config.committed',
  index: number,
  configuration: Configuration,
): void {
  server.watch?.other(server);
  server.observer?.({
    event,
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    index,
    voters: configuration.voters,
    votersOutgoing: configuration.votersOutgoing,
    learners: configuration.learners,
  });
}
