import type { Role } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';
import type { GroupState } from './group-state.ts';
import { natsParts } from './nats-parts.ts';
import { tellVote } from './vote-words.ts';

/** Events (none where other lines tell it), or why there are none. */
export type RaftWords = readonly BareEvent[] | string;

const updatesLeader = linePattern(natsParts, 'AppendEntry updating leader to "<peer>?"');
const selected = linePattern(natsParts, 'Selected "<peer>" for new leader');
const mismatch = linePattern(
  natsParts,
  String.raw`AppendEntry did not match \[?<n>[ :]<n>\]? with \[?<n>[ :]<n>`,
);
const refused = linePattern(
  natsParts,
  String.raw`Rejected AppendEntry from a leader \(<peer>\) with term <n> which is less than ours`,
);
const repair = linePattern(natsParts, 'Truncating and repairing WAL to Term <n> Index <n>');
const added = linePattern(natsParts, 'Added peer "<peer>"');

/** Lines that tell nothing which an event could hold, by how they begin. */
const chatter: readonly (readonly [string, string])[] = [
  ['Update peers', 'peers'],
  ['Expanding our clustersize', 'peers'],
  ['Reducing our clustersize', 'peers'],
  ['Removing peer', 'peers'],
  ['Peer ', 'peers'],
  ['Installing snapshot', 'snapshots'],
  ['Received InstallSnapshot', 'snapshots'],
  ['Snapshot', 'snapshots'],
  ['Setting snapshot', 'snapshots'],
  ['Truncating', 'the log repaired'],
  ['Being asked to catch', 'catching up'],
  ['Running catchup', 'catching up'],
  ['Finished catching up', 'catching up'],
  ['Canceling catchup', 'catching up'],
  ['Need to send snapshot', 'catching up'],
  ['Catchup', 'catching up'],
  ['Our first entry', 'catching up'],
  ['Looking at', 'transfers'],
  ['Resuming', 'catching up'],
  ['Update inflight', 'catching up'],
  ['Not current', 'health'],
  ['Falling behind', 'health'],
  ['Draining', 'shutting down'],
  ['Deleted', 'shutting down'],
  ['AppendEntry', 'replication'],
  ['Not sending append', 'replication'],
  ['Not saving', 'replication'],
  ['Rejected AppendEntry', 'replication'],
  ['TrackResponse', 'replication'],
  ['Wrong index', 'replication'],
  ['Catching up', 'catching up'],
  ['Could not find', 'catching up'],
  ['Expected first catchup', 'catching up'],
  ['Request from follower', 'catching up'],
  ['Will cancel existing', 'catching up'],
  ['Clearing WAL', 'the log repaired'],
  ['Corrupt WAL', 'the log repaired'],
  ['Misaligned WAL', 'the log repaired'],
  ['Resetting', 'the log repaired'],
  ['Replaying', 'recovery'],
  ['Could not', 'something failed'],
  ['Critical', 'something failed'],
  ['Error', 'something failed'],
  ['Failed', 'something failed'],
  ['Got ', 'something failed'],
  ['Resource not found', 'something failed'],
  ['Received malformed', 'something failed'],
  ['Received invalid', 'something failed'],
  ['Decreasing our clustersize', 'peers'],
  ['Received forwarded', 'peers'],
  ['Ignoring forwarded', 'peers'],
  ['Log contains uncommitted', 'peers'],
  ['Direct proposal ignored', 'proposals'],
  ['Multi proposal ignored', 'proposals'],
  ['Proposal ignored', 'proposals'],
  ['Ignoring apply', 'application'],
  ['Paus', 'application'],
  ['Quorum', 'application'],
  ['Not snapshotting', 'snapshots'],
  ['Removing', 'snapshots'],
  ['Can not transfer', 'transfers'],
  ['Health check', 'health'],
  ['Node closed', 'health'],
  ['Subscribing', 'settings'],
  ['Will start in observer', 'settings'],
  ['Committed membership change', 'peers'],
  ['Scale up complete', 'peers'],
  ['Evicted peers', 'peers'],
  ['Not a member', 'peers'],
  ['Unsafe quorum rescue', 'peers'],
  ['Applying leader snapshot', 'snapshots'],
  ['Learner overrun', 'catching up'],
  ['Commit file corrupt', 'something failed'],
  ['Not granting vote', 'something failed'],
  ['Not requesting votes', 'something failed'],
];

/** By the first letter, as there are many. */
const chatterByLetter: ReadonlyMap<string, typeof chatter> = Map.groupBy(chatter, ([start]) =>
  start.charAt(0),
);

const clusterSize = ' (cluster size ';
const sizeAtEnd = / \(cluster size .{0,60}$/;

const pending = /^\d{1,20} append entries pending$/;

/** Lines that other lines tell again. */
const folded: readonly string[] = [
  'Starting campaign',
  'Starting transfer campaign',
  'Received append entry in candidate state',
  'Received append entry from another leader',
  'Stepping down',
  'Being asked to stepdown',
  'Ignoring old vote response',
  'Not switching to candidate',
  'Detected another leader',
  'Leader falling behind, stepping down',
  'Term higher than ours',
];

/** Reads what follows `RAFT [node - group] `; undefined for unknown words. */
export function tellRaft(
  state: GroupState,
  words: string,
  census: CensusTaker,
): RaftWords | undefined {
  const vote = tellVote(state, words, census);
  if (vote !== undefined) return vote;
  switch (words.includes(clusterSize) ? words.replace(sizeAtEnd, '') : words) {
    case 'Started':
      state.role = 'follower';
      return [{ event: 'node.started', ...self(state), role: 'follower' }];
    case 'Shutdown':
      return [{ event: 'node.stopped', ...self(state) }];
    case 'Switching to follower':
      state.campaign = undefined;
      return [changed(state, 'follower')];
    case 'Switching to candidate':
      state.campaign = undefined;
      return [changed(state, 'candidate')];
    case 'Switching to leader':
      return [changed(state, 'leader', state.campaign)];
    default:
      return (
        tellLog(state, words, census) ??
        (folded.some((start) => words.startsWith(start)) ? [] : undefined) ??
        chatterByLetter.get(words.charAt(0))?.find(([start]) => words.startsWith(start))?.[1] ??
        (pending.test(words) ? 'replication' : undefined)
      );
  }
}

/** Who speaks, and of which group. */
export function self({ node, group, inc }: GroupState): {
  readonly node: string;
  readonly group: string;
  readonly inc: number;
} {
  return { node, group, inc };
}

function changed(state: GroupState, to: Role, term?: number): BareEvent {
  state.role = to;
  return {
    event: 'role.changed',
    ...self(state),
    ...(term === undefined ? {} : { term }),
    role: to,
    to,
    ...(to === 'leader' ? { cause: 'won-election' } : {}),
  };
}

/** What the lines of {@link tellLog} begin with. */
const logLetters = 'ASRT';

function tellLog(state: GroupState, words: string, census: CensusTaker): RaftWords | undefined {
  if (!logLetters.includes(words.charAt(0))) return undefined;
  const leader = updatesLeader.exec(words);
  if (leader !== null) {
    if (leader[1] === undefined) return [];
    census.belongs(leader[1]);
    return [{ event: 'leader.recognized', ...self(state), leader: leader[1] }];
  }
  const target = selected.exec(words)?.[1];
  if (target !== undefined) {
    return [{ event: 'transfer.started', ...self(state), role: 'leader', target }];
  }
  if (words.startsWith('AppendEntry ignoring old term')) {
    return [{ event: 'append.rejected', ...self(state), cause: 'stale-term' }];
  }
  const deposed = refused.exec(words)?.[1];
  if (deposed !== undefined) {
    return [{ event: 'append.rejected', ...self(state), leader: deposed, cause: 'stale-term' }];
  }
  const [, term, index] = mismatch.exec(words) ?? [];
  if (index !== undefined) {
    const previous = { prevLogTerm: raftNumber(term), prevLogIndex: raftNumber(index) };
    return [{ event: 'append.rejected', ...self(state), ...previous }];
  }
  const last = raftNumber(repair.exec(words)?.[2]);
  if (last !== undefined) {
    return [{ event: 'log.truncated', ...self(state), fromIndex: last + 1 }];
  }
  const peer = added.exec(words)?.[1];
  if (peer === undefined) return undefined;
  census.belongs(peer);
  return 'peers';
}
