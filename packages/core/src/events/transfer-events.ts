import type { Server } from '../server.ts';
import { eventTime, nextSeq } from './envelope.ts';

/** Tells, at the leader, that leadership is handed over. */
export function tellTransferStarted(server: Server, target: string): void {
  tell(server, 'transfer.started', target, undefined);
}

/** Tells, at the server that led, how the transfer ended. */
export function tellTransferFinished(server: Server, target: string, cause: string): void {
  tell(server, 'transfer.finished', target, cause);
}

function tell(
  server: Server,
  event: 'transfer.started' | 'transfer.finished',
  target: string,
  cause: string | undefined,
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
    target,
    cause,
  });
}
