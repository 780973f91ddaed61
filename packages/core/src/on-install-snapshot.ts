import { configurationOf } from './configurations.ts';
import { tellSnapshotInstalled } from './events/snapshot-events.ts';
import { compactThrough, lastIndex, resetTo, termAt } from './log.ts';
import type { InstallSnapshot } from './message.ts';
import { answerSnapshot } from './send.ts';
import type { Server } from './server.ts';
import { restartElectionTimer } from './timers.ts';
import { becomeFollower, recognizeLeader } from './transitions.ts';

/**
 * InstallSnapshot, receiver's part (Raft Figure 13), in one piece; a newer term has already been
 * adopted. The answer says through which index the follower now agrees with the leader.
 */
export function onInstallSnapshot(server: Server, request: InstallSnapshot): void {
  if (request.term < server.currentTerm) {
    answerSnapshot(server, request, 0);
    return;
  }
  becomeFollower(server, 'leader-discovered');
  recognizeLeader(server, request.from);
  server.leaderHeardAt = server.now;
  restartElectionTimer(server, 'snapshot received');
  // What is committed here already is older than nothing the leader could send: never go back.
  if (request.snapshot.index > server.commitIndex) install(server, request);
  answerSnapshot(server, request, Math.max(request.snapshot.index, server.commitIndex));
}

/** Rules 5 to 8: the snapshot replaces the log, except for entries that follow its last one. */
function install(server: Server, { snapshot, from }: InstallSnapshot): void {
  const { index, term } = snapshot;
  const kept = termAt(server.log, index) === term;
  if (kept) {
    compactThrough(server.log, index, term);
  } else {
    resetTo(server.log, index, term);
    server.logDirtyFrom = index + 1;
    server.durableIndex = index;
  }
  server.durableIndex = Math.min(Math.max(server.durableIndex, index), lastIndex(server.log));
  server.logDirtyFrom = Math.max(server.logDirtyFrom, index + 1);
  server.snapshot = snapshot;
  server.configurations = [
    { index, configuration: snapshot.configuration },
    ...server.configurations.filter((placed) => kept && placed.index > index),
  ];
  server.configuration = configurationOf(server);
  server.snapshotDirty = true;
  server.commitIndex = index;
  server.lastApplied = index;
  // Entries that wait to be applied are part of the snapshot.
  server.committed = [];
  server.restored = snapshot;
  tellSnapshotInstalled(server, snapshot, from);
}
