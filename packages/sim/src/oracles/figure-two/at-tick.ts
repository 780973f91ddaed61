import type { Message } from '@raftlens/core';
import { type Breach, isQuorum, type Step } from './step.ts';

/** A timer that is due does what Figure 2 says of it, and is due no more. */
export function atTick(step: Step): Breach {
  return whatIsDue(step) ?? stillDue(step);
}

function stillDue({ server, now }: Step): Breach {
  const { electionDeadline, heartbeatDeadline, quorumDeadline } = server;
  const { transferDeadline, readDeadline } = server;
  const next = Math.min(
    ...[electionDeadline, heartbeatDeadline, quorumDeadline, transferDeadline, readDeadline],
  );
  return next > now ? undefined : 'a timer that fired is due again at once (Raft §5.2)';
}

/** Whether a majority answered within the longest election timeout (thesis §6.2). */
function atQuorumCheck({ before, server, now }: Step): Breach {
  const since = now - server.settings.electionTimeoutMs[1];
  const answers = (id: string): boolean =>
    server.progress.some(({ peer, lastContact }) => peer === id && lastContact > since);
  const heard = isQuorum(server, (id) => id === server.id || answers(id));
  if (server.role !== 'leader') {
    return heard ? 'it steps down, and a majority answers (thesis §6.2)' : undefined;
  }
  if (now < before.quorumDeadline || heard) return undefined;
  return 'it leads on, and no majority answers (thesis §6.2)';
}

function whatIsDue(step: Step): Breach {
  const { before, server, now, sent } = step;
  if (before.role === 'leader') {
    const checked = atQuorumCheck(step);
    if (checked !== undefined) return checked;
    if (server.role !== 'leader' || now < before.heartbeatDeadline) return undefined;
    const unheard = server.progress.find(({ peer }) => !isSpokenTo(sent, peer));
    return unheard && `its heartbeat leaves ${unheard.peer} out (Figure 2, leaders 1)`;
  }
  if (now < before.electionDeadline) {
    return server.role === before.role && server.currentTerm === before.term
      ? undefined
      : 'it campaigns before its timeout (Figure 2, followers)';
  }
  // Whoever asks anew counts anew.
  step.memory.preVotes = new Set();
  const { voters, votersOutgoing } = server.configuration;
  const isVoter = voters.includes(server.id) || votersOutgoing.includes(server.id);
  if (!isVoter) return undefined;
  const { preVote } = server.settings;
  const alone = voters.length === 1 && votersOutgoing.length === 0;
  const role = preVote ? 'pre-candidate' : 'candidate';
  if (server.role !== role && !alone) return `it is ${server.role} after its timeout (Figure 2)`;
  const term = before.term + (preVote && !alone ? 0 : 1);
  if (server.currentTerm !== term) {
    return `its term is ${server.currentTerm}, not ${term}, after its timeout (Figure 2)`;
  }
  const kind = preVote ? 'PreVote' : 'RequestVote';
  const unasked = [...voters, ...votersOutgoing].find(
    (id) => id !== server.id && !sent.some((each) => each.kind === kind && each.to === id),
  );
  return unasked && `it does not ask ${unasked} for its vote (Figure 2, candidates)`;
}

function isSpokenTo(sent: readonly Message[], peer: string): boolean {
  return sent.some(({ to, kind }) => to === peer && /^(AppendEntries|InstallSnapshot)$/.test(kind));
}
