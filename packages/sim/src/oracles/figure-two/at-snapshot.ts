import type { InstallSnapshot, Server } from '@raftlens/core';
import { configurationThrough, isSame, words } from './at-configuration.ts';
import { type Breach, lastIndexOf, lastTermOf, type Step, termOf } from './step.ts';

/** Looks at a server before a snapshot comes; what it returns looks at what came of it. */
export function atSnapshot(server: Server, request: InstallSnapshot): (step: Step) => Breach {
  const { snapshot } = request;
  const last = lastIndexOf(server);
  const tailAgrees = termOf(server, snapshot.index) === snapshot.term;
  return (step) => {
    const { before, sent } = step;
    const beside = besideLeader(step, request.from);
    if (beside !== undefined) return beside;
    const isNew = snapshot.index > before.commitIndex;
    const answer = sent.find(({ kind }) => kind === 'InstallSnapshotResponse');
    const agreed = Math.max(snapshot.index, before.commitIndex);
    if (answer?.kind !== 'InstallSnapshotResponse' || answer.matchIndex !== agreed) {
      const said = answer?.kind === 'InstallSnapshotResponse' ? answer.matchIndex : 'nothing';
      return `it answers a snapshot with ${said}, not ${agreed} (Raft §7)`;
    }
    if (server.commitIndex !== agreed || server.lastApplied < agreed) {
      return `its commitIndex is ${server.commitIndex} behind a snapshot, not ${agreed} (Raft §7)`;
    }
    const lastWanted = isNew && !tailAgrees ? snapshot.index : last;
    if (lastIndexOf(server) !== lastWanted) {
      const ends = `${lastIndexOf(server)}, not ${lastWanted}`;
      return `its log ends at ${ends}, behind a snapshot (Figure 13, rules 6 and 7)`;
    }
    const isAtEnd = lastWanted === snapshot.index;
    if (isNew && isAtEnd && lastTermOf(server) !== snapshot.term) {
      return `its log ends in term ${lastTermOf(server)} behind a snapshot of ${snapshot.term}`;
    }
    return undefined;
  };
}

/** Whoever hears the leader of its term follows it, and waits anew (Raft §5.2, Figure 2). */
export function besideLeader({ server, now }: Step, leader: string): Breach {
  if (server.role !== 'follower') return `it is ${server.role} beside a leader (Raft §5.2)`;
  if (server.leaderId !== leader) return 'it does not know who leads, and heard it (Raft §5.1)';
  if (server.electionStartedAt === now) return undefined;
  return 'it hears the leader and keeps its timer (Figure 2, followers)';
}

/** The snapshot of a server's own state machine is of the entry that it names (Raft §7). */
export function atCompaction(server: Server, index: number): (step: Step) => Breach {
  const term = termOf(server, index);
  const { snapshot: former, lastApplied } = server;
  const configuration = configurationThrough(server, index);
  return () => {
    const { snapshot } = server;
    if (snapshot === undefined || snapshot === former) return undefined;
    if (index > lastApplied) return `its snapshot is of index ${index}, not yet applied (Raft §7)`;
    if (snapshot.index !== index) return undefined;
    if (snapshot.term !== term || termOf(server, index) !== term) {
      return `its snapshot says term ${snapshot.term} of index ${index}, not ${term} (Raft §7)`;
    }
    if (configuration === undefined || isSame(configuration, snapshot.configuration)) {
      return undefined;
    }
    const said = words(snapshot.configuration);
    return `its snapshot at ${index} has ${said}, not ${words(configuration)} (Raft §7)`;
  };
}
