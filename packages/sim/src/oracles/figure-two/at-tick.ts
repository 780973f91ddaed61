import type { Message } from '@raftlens/core';
import type { Breach, Step } from './step.ts';

/** A timer that is due does what Figure 2 says of it. */
export function atTick(step: Step): Breach {
  const { before, server, now, sent } = step;
  if (before.role === 'leader') {
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
