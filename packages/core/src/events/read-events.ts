import type { Server } from '../server.ts';
import { eventTime, nextSeq } from './envelope.ts';

type ReadMode = 'read-index' | 'lease';

/** Tells that a client wants to read; a follower does not know yet how far it has to be. */
export function tellReadStarted(
  server: Server,
  client: string,
  mode: ReadMode,
  readIndex: number | undefined,
): void {
  tell(server, 'read.started', client, mode, readIndex);
}

/** Tells that a read can be answered. */
export function tellReadServed(
  server: Server,
  client: string,
  mode: ReadMode,
  readIndex: number,
): void {
  tell(server, 'read.served', client, mode, readIndex);
}

function tell(
  server: Server,
  event: 'read.started' | 'read.served',
  client: string,
  mode: ReadMode,
  readIndex: number | undefined,
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
    mode,
    readIndex,
    client,
  });
}
