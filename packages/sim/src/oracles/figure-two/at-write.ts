import type { DurableWrite, Effects } from '@raftlens/core';
import { type Breach, lastIndexOf, lastTermOf, type Step } from './step.ts';

/**
 * What a server hands out has to be durable as far as it goes: once its writes are done, term, vote
 * and log on disk are those that it answers from (Figure 2, persistent state).
 */
export function atEffects({ server, memory }: Step, effects: Effects): Breach {
  const { write, restored, committed, committedFrom } = effects;
  const { disk } = memory;
  if (restored !== undefined && committed.length > 0 && committedFrom <= restored.index) {
    return `it hands out what its snapshot through ${restored.index} covers (Raft §7)`;
  }
  if (write !== undefined) {
    if (write.fromIndex > disk.lastIndex + 1 && write.snapshot === undefined) {
      return `it writes from index ${write.fromIndex}, and the disk ends at ${disk.lastIndex}`;
    }
    disk.term = write.currentTerm;
    disk.vote = write.votedFor;
    disk.lastIndex = write.fromIndex - 1 + write.entries.length;
    disk.snapshotIndex = write.snapshot?.index ?? disk.snapshotIndex;
    const last = write.entries.at(-1);
    if (last !== undefined) disk.lastTerm = last.term;
    else if (disk.lastIndex === lastIndexOf(server)) disk.lastTerm = lastTermOf(server);
  }
  if (disk.term !== server.currentTerm || disk.vote !== server.votedFor) {
    return 'its term or vote is not written before it answers (Figure 2, persistent state)';
  }
  if (disk.lastIndex !== lastIndexOf(server) || disk.lastTerm !== lastTermOf(server)) {
    return 'its log is not written before it answers (Figure 2, persistent state)';
  }
  if (disk.snapshotIndex !== (server.snapshot?.index ?? 0)) {
    return 'its snapshot is not written, and what it took the place of is gone (Raft §7)';
  }
  return undefined;
}

/** What a write confirms is what it wrote, and no more: the next one may be under way. */
export function atPersisted({ lastLogIndex }: DurableWrite): (step: Step) => Breach {
  return ({ before, server: { durableIndex } }) => {
    if (durableIndex <= Math.max(before.durableIndex, lastLogIndex)) return undefined;
    return `it takes index ${durableIndex} for saved, of ${lastLogIndex} written (thesis §10.2.1)`;
  };
}
