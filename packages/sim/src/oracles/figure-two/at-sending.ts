import type { AppendEntries, Message } from '@raftlens/core';
import { type Breach, lastIndexOf, type Step } from './step.ts';

/** What a server says to others, whatever made it speak. */
export function atSending(step: Step): Breach {
  for (const message of step.sent) {
    const wrong = about(step, message);
    if (wrong !== undefined) return wrong;
  }
  return unasked(step);
}

function about(step: Step, message: Message): Breach {
  const { server, memory } = step;
  const { kind, to } = message;
  if (to === server.id) return `it sends ${kind} to itself (Raft §5.1)`;
  switch (kind) {
    case 'RequestVote':
    case 'PreVote':
      return votersOf(step).includes(to)
        ? undefined
        : `it asks ${to} for a vote, which has none (Raft §5.2, thesis §4.2.1)`;
    case 'AppendEntries':
      return tellsCommit(step, message);
    case 'InstallSnapshot':
      return again(step, to);
    case 'TimeoutNow':
      return call(step, to);
    case 'ReadIndex':
      if (memory.asked.has(message.context)) {
        return `it gives two of its reads one name, ${message.context} (thesis §6.4)`;
      }
      memory.asked.add(message.context);
      return undefined;
    default:
      return undefined;
  }
}

/** Each AppendEntries, a heartbeat too, says how far entries are committed (Figure 2). */
function tellsCommit({ before, server }: Step, { to, leaderCommit }: AppendEntries): Breach {
  if (before.role !== 'leader' || leaderCommit >= before.commitIndex) return undefined;
  return `it tells ${to} commitIndex ${leaderCommit}, which is ${server.commitIndex} (Figure 2)`;
}

/** While a snapshot is under way, and not given up, the same peer gets no other one. */
function again({ before, server, now }: Step, peer: string): Breach {
  const sentAt = before.snapshots.get(peer);
  if (sentAt === undefined) return undefined;
  const match = server.progress.find((each) => each.peer === peer)?.matchIndex;
  if (match !== before.matches.get(peer)) return undefined;
  if (now - sentAt >= server.settings.electionTimeoutMs[1]) return undefined;
  return `it sends ${peer} a snapshot while one is under way (thesis §10.2.1)`;
}

/** Only a server that has all of the log is told to lead (thesis §3.10). */
function call({ server }: Step, to: string): Breach {
  const match = server.progress.find(({ peer }) => peer === to)?.matchIndex ?? 0;
  if (match >= lastIndexOf(server)) return undefined;
  return `${to} is to lead with index ${match} of ${lastIndexOf(server)} (thesis §3.10)`;
}

/** Whoever stands asks all that vote, of both sets while a configuration is joint (Raft §6). */
function unasked(step: Step): Breach {
  const { before, server, sent } = step;
  if (server.role !== 'candidate' || server.currentTerm === before.term) return undefined;
  const missing = votersOf(step).find(
    (id) => id !== server.id && !sent.some(({ kind, to }) => kind === 'RequestVote' && to === id),
  );
  return missing && `it does not ask ${missing} for its vote (Figure 2, candidates)`;
}

function votersOf({ server }: Step): readonly string[] {
  const { voters, votersOutgoing } = server.configuration;
  return [...voters, ...votersOutgoing];
}
