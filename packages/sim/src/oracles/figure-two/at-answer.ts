import type {
  AppendEntriesResponse,
  InstallSnapshotResponse,
  Message,
  Server,
} from '@raftlens/core';
import { type Breach, lastIndexOf, type Step } from './step.ts';

/**
 * Looks at a leader before an answer comes: one to a request of another term says nothing of this
 * leadership, and must move nothing that is known of the peer (Raft §5.3). What a snapshot covers
 * is committed, so that an answer to it is right in any term.
 */
export function atAnswer(server: Server, answer: AppendEntriesResponse): (step: Step) => Breach {
  const known = server.progress.find(({ peer }) => peer === answer.from);
  if (known === undefined) return () => undefined;
  const { nextIndex, matchIndex, lastContact, flow } = known;
  if (answer.requestTerm === server.currentTerm) {
    const heeded =
      flow !== 'snapshot' && answer.prevLogIndex > matchIndex && answer.prevLogIndex < nextIndex;
    return (step) => {
      if (step.before.role !== 'leader' || step.server.role !== 'leader') return undefined;
      return answer.success
        ? afterSuccess(step, answer.from)
        : afterRefusal(step, answer, heeded ? answer.prevLogIndex : nextIndex, heeded);
    };
  }
  return ({ before }) => {
    if (before.role !== 'leader' || answer.term > before.term) return undefined;
    const same =
      known.nextIndex === nextIndex &&
      known.matchIndex === matchIndex &&
      known.lastContact === lastContact;
    const { from, requestTerm } = answer;
    return same ? undefined : `it counts what ${from} answered in term ${requestTerm} (Raft §5.3)`;
  };
}

/** Looks at a leader before an answer to a snapshot comes: what follows goes out with it. */
export function atSnapshotAnswer(
  server: Server,
  answer: InstallSnapshotResponse,
): (step: Step) => Breach {
  const known = server.progress.find(({ peer }) => peer === answer.from);
  if (known === undefined || answer.requestTerm !== server.currentTerm) return () => undefined;
  const awaited = known.flow === 'snapshot' && answer.matchIndex >= known.nextIndex - 1;
  return (step) => {
    if (step.before.role !== 'leader' || step.server.role !== 'leader') return undefined;
    const { sent } = step;
    const another = sent.some(({ kind, to }) => to === answer.from && kind === 'InstallSnapshot');
    if (awaited && known.flow === 'snapshot' && !another) {
      return `${answer.from} has its snapshot, and is kept waiting (thesis §10.2.1)`;
    }
    return afterSuccess(step, answer.from);
  };
}

/** A peer that was behind gets the rest at once, as far as it may get more now (Raft §5.3). */
function afterSuccess({ server, sent }: Step, peer: string): Breach {
  const known = server.progress.find((each) => each.peer === peer);
  if (known === undefined || known.nextIndex > lastIndexOf(server)) return undefined;
  const { maxInflightAppends: limit } = server.settings;
  if (limit !== undefined && known.flow !== 'replicate') return undefined;
  if (limit !== undefined && known.inflight.length >= limit) return undefined;
  if (sent.some((message) => bringsLog(message, peer))) return undefined;
  return `${peer} agrees and lacks index ${known.nextIndex}, and is sent nothing (Raft §5.3)`;
}

/** What was refused is tried again further back, and never further on (Figure 2, leaders 3). */
function afterRefusal(
  { sent }: Step,
  { from }: AppendEntriesResponse,
  below: number,
  heeded: boolean,
): Breach {
  const retry = sent.find((message) => bringsLog(message, from));
  if (retry === undefined) {
    return heeded ? `${from} refuses, and is sent nothing else (Figure 2, leaders 3)` : undefined;
  }
  if (retry.kind !== 'AppendEntries' || retry.prevLogIndex < below) return undefined;
  return `${from} refuses, and is sent what follows ${retry.prevLogIndex} (Figure 2, leaders 3)`;
}

function bringsLog({ kind, to }: Message, peer: string): boolean {
  return to === peer && (kind === 'AppendEntries' || kind === 'InstallSnapshot');
}
