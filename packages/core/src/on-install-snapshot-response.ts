import type { InstallSnapshotResponse } from './message.ts';
import { noteMatch } from './on-append-entries-response.ts';
import type { Server } from './server.ts';
import { tellTargetWhenReady } from './transfer-leadership.ts';

/** A follower answers InstallSnapshot (Raft §7). It counts only for the leadership that asked. */
export function onInstallSnapshotResponse(server: Server, response: InstallSnapshotResponse): void {
  if (response.requestTerm !== server.currentTerm || server.role !== 'leader') return;
  const progress = server.progress.find((each) => each.peer === response.from);
  if (progress === undefined) return;
  progress.lastContact = server.now;
  noteMatch(server, progress, response.matchIndex, 'snapshot');
  if (server.transfer?.target === response.from) tellTargetWhenReady(server);
}
