import type { InstallSnapshot, Server } from '@raftlens/core';
import { type Breach, lastIndexOf, lastTermOf, type Step, termOf } from './step.ts';

/** Looks at a server before a snapshot comes; what it returns looks at what came of it. */
export function atSnapshot(server: Server, { snapshot }: InstallSnapshot): (step: Step) => Breach {
  const last = lastIndexOf(server);
  const tailAgrees = termOf(server, snapshot.index) === snapshot.term;
  return (step) => {
    const { before, sent } = step;
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

/** The snapshot of a server's own state machine is of the entry that it names (Raft §7). */
export function atCompaction(server: Server, index: number): (step: Step) => Breach {
  const term = termOf(server, index);
  return () => {
    const { snapshot } = server;
    if (snapshot?.index !== index || snapshot.term === term) return undefined;
    return `its snapshot says term ${snapshot.term} of index ${index}, not ${term} (Raft §7)`;
  };
}
