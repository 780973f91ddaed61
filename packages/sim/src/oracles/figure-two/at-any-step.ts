import { atSending } from './at-sending.ts';
import { type Breach, isQuorum, lastIndexOf, type Step, termOf } from './step.ts';

/** Times are rounded to microseconds. */
const roundingMs = 0.002;

/** What holds at every step, whatever the input was. */
export function atAnyStep(step: Step): Breach {
  return (
    terms(step) ??
    timers(step) ??
    besidesLeading(step) ??
    leadership(step) ??
    commitment(step) ??
    atSending(step)
  );
}

function terms({ before, server }: Step): Breach {
  const { currentTerm, votedFor, role } = server;
  if (currentTerm < before.term) {
    return `its term falls from ${before.term} to ${currentTerm} (Figure 2, currentTerm)`;
  }
  if (currentTerm === before.term && before.vote !== undefined && votedFor !== before.vote) {
    return `its vote moves from ${before.vote} to ${votedFor} in one term (Figure 2, votedFor)`;
  }
  if (role === 'candidate' && votedFor !== server.id) {
    return 'it is a candidate and has not voted for itself (Figure 2, candidates)';
  }
  return undefined;
}

function timers({ before, server, now }: Step): Breach {
  const { settings, electionDeadline, electionStartedAt, heartbeatDeadline } = server;
  const [min, max] = settings.electionTimeoutMs;
  if (server.role === 'leader') {
    if (electionDeadline !== Number.POSITIVE_INFINITY) {
      return 'a leader waits for an election timeout (Figure 2, followers and candidates)';
    }
    // One that was set before the clock was set back may be further away.
    const isNew = heartbeatDeadline !== before.heartbeatDeadline;
    if (isNew && heartbeatDeadline > now + settings.heartbeatIntervalMs + roundingMs) {
      return 'its next heartbeat is further away than an interval (Figure 2, leaders)';
    }
    return undefined;
  }
  if (heartbeatDeadline !== Number.POSITIVE_INFINITY) {
    return `a ${server.role} has a heartbeat timer (Figure 2, leaders)`;
  }
  const waits = electionDeadline - electionStartedAt;
  if (!(waits >= min - roundingMs && waits <= max + roundingMs)) {
    return `it waits ${waits} ms for an election, of ${min} to ${max} (Raft §5.2)`;
  }
  return undefined;
}

/** What only a leader has ends with its leadership, and a new term has no leader yet. */
function besidesLeading({ server }: Step): Breach {
  const { role, leaderId, transfer, confirmingReads } = server;
  if (role === 'leader') return undefined;
  if (transfer !== undefined) return `a ${role} hands leadership over (thesis §3.10)`;
  if (confirmingReads.length > 0) return `a ${role} has reads of a leader (thesis §6.4)`;
  if (leaderId === undefined || (role === 'follower' && leaderId !== server.id)) return undefined;
  return `a ${role} takes ${leaderId} for the leader (Raft §5.2)`;
}

function leadership({ before, server, sent }: Step): Breach {
  if (server.role !== 'leader') return undefined;
  if (before.role === 'leader' && before.term !== server.currentTerm) {
    return `it leads on from term ${before.term} to ${server.currentTerm} (Figure 2, all servers)`;
  }
  const last = lastIndexOf(server);
  const elected = before.role !== 'leader';
  const left = peersOf(server).find((id) => !server.progress.some(({ peer }) => peer === id));
  if (left !== undefined) return `it leads and leaves its member ${left} out (Raft §6)`;
  for (const { peer, matchIndex, nextIndex } of server.progress) {
    if (nextIndex <= matchIndex || matchIndex > last) {
      return `nextIndex ${nextIndex} and matchIndex ${matchIndex} of ${peer} (Figure 2, leaders)`;
    }
    if (elected) {
      if (matchIndex !== 0) return `matchIndex of ${peer} begins at ${matchIndex} (Figure 2)`;
      if (nextIndex <= before.lastIndex)
        return `nextIndex of ${peer} begins at ${nextIndex} (Figure 2)`;
      if (!sent.some(({ to }) => to === peer)) {
        return `it is elected and sends nothing to ${peer} (Figure 2, leaders 1)`;
      }
    } else if (matchIndex < (before.matches.get(peer) ?? 0)) {
      return `matchIndex of ${peer} falls to ${matchIndex} (Figure 2, matchIndex)`;
    }
  }
  return undefined;
}

function commitment({ before, server }: Step): Breach {
  const { commitIndex } = server;
  if (commitIndex < before.commitIndex) {
    return `its commitIndex falls from ${before.commitIndex} to ${commitIndex} (Figure 2)`;
  }
  if (commitIndex > lastIndexOf(server)) {
    return `its commitIndex ${commitIndex} is beyond its log (Figure 2, AppendEntries 5)`;
  }
  if (server.role !== 'leader' || before.role !== 'leader') return undefined;
  for (let index = lastIndexOf(server); index > before.commitIndex; index -= 1) {
    const held = isQuorum(server, (id) => holds(server, id, index));
    const counts = held && termOf(server, index) === server.currentTerm;
    // What a change of members lets a majority have is counted with the next answer.
    if (counts && commitIndex < index && isMoreKnown(server, before)) {
      return `a majority has index ${index} of its term, uncommitted (Figure 2)`;
    }
    if (counts) return undefined;
    if (commitIndex >= index) {
      return `it commits index ${commitIndex}, which no majority has in its term (Raft §5.4.2)`;
    }
  }
  return undefined;
}

/** A peer answered, or the own disk did. */
function isMoreKnown({ progress, durableIndex }: Step['server'], before: Step['before']): boolean {
  if (durableIndex > before.durableIndex) return true;
  return progress.some(({ peer, matchIndex }) => matchIndex > (before.matches.get(peer) ?? 0));
}

function peersOf({ id, configuration }: Step['server']): readonly string[] {
  const { voters, votersOutgoing, learners } = configuration;
  return [...voters, ...votersOutgoing, ...learners].filter((each) => each !== id);
}

function holds(server: Step['server'], id: string, index: number): boolean {
  if (id === server.id) return server.durableIndex >= index;
  return server.progress.some(({ peer, matchIndex }) => peer === id && matchIndex >= index);
}
