import { tellReadServed } from './events/read-events.ts';
import type { EndedRead } from './reads.ts';
import { answerRead } from './send.ts';
import type { Server } from './server.ts';
import { restartReadTimer } from './timers.ts';

type Failure = Extract<EndedRead, { kind: 'failed' }>['reason'];

/** At a follower: what the leader let through and is applied by now can be served (thesis §6.4). */
export function serveApplied(server: Server): void {
  const ready = (readIndex: number | undefined): boolean =>
    readIndex !== undefined && readIndex <= server.lastApplied;
  for (const { id, readIndex } of server.forwardedReads) {
    if (readIndex === undefined || !ready(readIndex)) continue;
    server.endedReads.push({ kind: 'served', id, readIndex });
    tellReadServed(server, id, 'read-index', readIndex);
  }
  server.forwardedReads = server.forwardedReads.filter(({ readIndex }) => !ready(readIndex));
  restartReadTimer(server);
}

/** A leader steps down: whether its reads would have been right, nobody can say any more. */
export function failConfirmingReads(server: Server, reason: Failure): void {
  const failed = server.confirmingReads;
  server.confirmingReads = [];
  server.readDue = false;
  for (const { origin } of failed) {
    if (origin.peer === undefined) fail(server, origin.id, reason);
    else answerRead(server, origin.peer, { context: origin.id, success: false, readIndex: 0 });
  }
  restartReadTimer(server);
}

/** At a follower: the server that it asked does not lead, or cannot say. */
export function failForwardedRead(server: Server, context: string): void {
  const read = server.forwardedReads.find((each) => each.context === context);
  if (read === undefined) return;
  server.forwardedReads = server.forwardedReads.filter((each) => each !== read);
  fail(server, read.id, 'refused');
  restartReadTimer(server);
}

/** The time of the oldest reads is over. */
export function expireReads(server: Server): void {
  const { now } = server;
  const [confirming, forwarded] = [server.confirmingReads, server.forwardedReads];
  server.confirmingReads = confirming.filter(({ deadline }) => deadline > now);
  server.forwardedReads = forwarded.filter(({ deadline }) => deadline > now);
  for (const { origin, deadline } of confirming) {
    // A peer gives its own read up by itself.
    if (deadline <= now && origin.peer === undefined) fail(server, origin.id, 'timeout');
  }
  for (const { id, deadline } of forwarded) {
    if (deadline <= now) fail(server, id, 'timeout');
  }
  restartReadTimer(server);
}

function fail(server: Server, id: string, reason: Failure): void {
  server.endedReads.push({ kind: 'failed', id, reason });
}
