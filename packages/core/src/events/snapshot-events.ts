import type { Server } from '../server.ts';
import type { Snapshot } from '../snapshot.ts';
import { eventTime, nextSeq } from './envelope.ts';

/** Tells that the log was compacted. */
export function tellSnapshotTaken(server: Server, snapshot: Snapshot): void {
  server.watch?.snapshotTaken(server, snapshot);
  tell(server, 'snapshot.taken', snapshot, undefined);
}

/** Tells, at the leader, that a snapshot goes to a follower. */
export function tellSnapshotSent(server: Server, snapshot: Snapshot, peer: string): void {
  server.watch?.snapshotSent(server);
  tell(server, 'snapshot.sent', snapshot, peer);
}

/** Tells, at the follower, that a snapshot replaced its state. */
export function tellSnapshotInstalled(server: Server, snapshot: Snapshot, peer: string): void {
  server.watch?.snapshotInstalled(server, snapshot);
  tell(server, 'snapshot.installed', snapshot, peer);
}

function tell(
  server: Server,
  event: 'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed',
  snapshot: Snapshot,
  peer: string | undefined,
): void {
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
    index: snapshot.index,
    snapshotTerm: snapshot.term,
    bytes: snapshot.bytes,
    peer,
    voters: snapshot.configuration.voters,
    votersOutgoing: snapshot.configuration.votersOutgoing,
    learners: snapshot.configuration.learners,
  });
}
