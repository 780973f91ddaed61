import { endStep } from './events/heartbeat-routine.ts';
import { tellReceived } from './events/message-events.ts';
import { isDisruptive } from './leader-stickiness.ts';
import type { Message } from './message.ts';
import { onAppendEntries } from './on-append-entries.ts';
import { onAppendEntriesResponse } from './on-append-entries-response.ts';
import { onInstallSnapshot } from './on-install-snapshot.ts';
import { onInstallSnapshotResponse } from './on-install-snapshot-response.ts';
import { onPreVote } from './on-pre-vote.ts';
import { onPreVoteResponse } from './on-pre-vote-response.ts';
import { onReadIndex } from './on-read-index.ts';
import { onReadIndexResponse } from './on-read-index-response.ts';
import { onRequestVote, refuseDisruption } from './on-request-vote.ts';
import { onRequestVoteResponse } from './on-request-vote-response.ts';
import { onTimeoutNow } from './on-timeout-now.ts';
import type { Server } from './server.ts';
import { adoptTerm, becomeFollower } from './transitions.ts';

/**
 * A message arrives at time `now`, ms. Whatever it is, a newer term in it is adopted first, and
 * makes any server a follower (Raft Figure 2, all servers); unless it would disturb a leader that
 * is alive (thesis §4.2.3).
 */
export function receive(server: Server, message: Message, now: number): void {
  server.now = now;
  tellReceived(server, message);
  if (message.term > server.currentTerm) {
    if (isDisruptive(server, message)) {
      refuseDisruption(server, message);
      return;
    }
    adoptTerm(server, message.term, message.kind, message.from);
    becomeFollower(server, 'higher-term');
  }
  switch (message.kind) {
    case 'PreVote':
      onPreVote(server, message);
      break;
    case 'PreVoteResponse':
      onPreVoteResponse(server, message);
      break;
    case 'RequestVote':
      onRequestVote(server, message);
      break;
    case 'RequestVoteResponse':
      onRequestVoteResponse(server, message);
      break;
    case 'AppendEntries':
      onAppendEntries(server, message);
      break;
    case 'AppendEntriesResponse':
      onAppendEntriesResponse(server, message);
      break;
    case 'InstallSnapshot':
      onInstallSnapshot(server, message);
      break;
    case 'InstallSnapshotResponse':
      onInstallSnapshotResponse(server, message);
      break;
    case 'TimeoutNow':
      onTimeoutNow(server, message);
      break;
    case 'ReadIndex':
      onReadIndex(server, message);
      break;
    case 'ReadIndexResponse':
      onReadIndexResponse(server, message);
      break;
  }
  endStep(server);
}
