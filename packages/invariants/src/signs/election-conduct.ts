import type { EventOf } from '@raftlens/trace';
import type { DenySign, MakeSignWatch } from './sign.ts';
import { eventIn, receivedOf, type Step, setsElectionTimer } from './step.ts';

/** What servers were seen to do right in elections, where a bug of the catalogue would not. */
export const electionConduct: MakeSignWatch = (_tell, deny) => ({
  step(step) {
    const request = receivedOf(step, 'RequestVote');
    if (request !== undefined) lookAtRequest(step, request, deny);
    lookAtTerms(step, deny);
    lookAtCandidate(step, deny);
    lookAtVictory(step, deny);
  },
});

function lookAtRequest(step: Step, request: EventOf<'message.received'>, deny: DenySign): void {
  const { before, server } = step;
  const denied = eventIn(step, 'vote.denied');
  const granted = eventIn(step, 'vote.granted');
  const restarts = setsElectionTimer(step);
  const id = server.id;
  if (denied?.cause === 'already-voted') {
    const who = `${id}, ${before.role},`;
    const how = `${who} had voted for ${before.votedFor}, and refused ${request.from}`;
    deny('no-voted-for-check', () => how);
    if (before.role === 'leader') deny('leader-grants-vote', () => how);
    if (before.votedFor === id && before.role === 'follower') {
      deny('step-down-clears-vote', () => how);
    }
    if (before.votedFor === id) deny('candidate-forgets-own-vote', () => how);
    if (before.votedFor === before.configuration?.voters[0]) {
      deny('vote-for-first-is-none', () => how);
    }
  }
  const asVoter = denied?.cause === 'already-voted' || denied?.cause === 'log-behind';
  if (asVoter && before.role === 'follower' && !restarts) {
    deny('request-vote-resets-timer', () => `${id} refused a vote and let its timer run on`);
  }
  if (denied?.cause === 'stale-term') {
    deny('stale-request-vote-granted', () => `${id} refused a vote asked for in an older term`);
  }
  if (granted !== undefined && restarts) {
    deny('grant-keeps-timer', () => `${id} gave a vote and started its election timer anew`);
  }
  const moved = eventIn(step, 'term.changed');
  const down = step.events.some(
    (event) => event.event === 'role.changed' && event.to === 'follower',
  );
  if (moved === undefined || !down) return;
  const how = `${id}, ${before.role}, stepped down for a RequestVote of term ${moved.to}`;
  if (before.role === 'leader') deny('request-vote-leader-keeps-role', () => how);
  if (before.role === 'leader' || before.role === 'candidate') {
    deny('request-vote-keeps-role', () => how);
  }
}

/** Answers of newer and of older terms. */
function lookAtTerms(step: Step, deny: DenySign): void {
  const { input, before, server } = step;
  if (input.event !== 'message.received' || input.rpcTerm === undefined) return;
  const { kind, rpcTerm, from } = input;
  const { term } = before;
  if (term === undefined) return;
  if (rpcTerm > term && server.term === rpcTerm && before.role !== 'follower') {
    const how = `${server.id}, ${before.role}, took the newer term of an answer of ${from}`;
    if (kind === 'AppendEntriesResponse') deny('append-response-term-ignored', () => how);
    if (kind === 'RequestVoteResponse') deny('vote-response-term-ignored', () => how);
  }
  if (kind !== 'RequestVoteResponse' || input.voteGranted !== true || rpcTerm >= term) return;
  if (eventIn(step, 'vote.received') !== undefined) return;
  const how = `${server.id}, in term ${term}, did not count a vote of ${from} of term ${rpcTerm}`;
  if (before.role !== 'candidate') return;
  deny('stale-vote-role-checked', () => how);
  deny('stale-vote', () => how);
}

function lookAtCandidate(step: Step, deny: DenySign): void {
  const { before, server, input } = step;
  const election = eventIn(step, 'election.started');
  if (election !== undefined && election.preVote !== true && setsElectionTimer(step)) {
    deny('candidate-never-retries', () => `${server.id} campaigned and set a timer to try again`);
  }
  const again = input.event === 'timer.expired' && before.role === 'candidate';
  if (election !== undefined && again && election.preVote !== true) {
    if ((election.term ?? 0) > (before.term ?? 0)) {
      deny('candidate-keeps-term', () => `${server.id} tried again in the next term`);
    }
  }
  const heard = receivedOf(step, 'AppendEntries');
  if (heard !== undefined && before.role === 'candidate' && heard.rpcTerm === before.term) {
    if (server.role === 'follower') {
      deny(
        'candidate-ignores-leader',
        () => `${server.id}, candidate, followed the leader it heard`,
      );
    }
  }
  for (const event of step.events) {
    if (event.event !== 'vote.received' || event.votes === undefined || !event.granted) continue;
    if (event.preVote !== true && event.votes === server.votes.size) {
      deny('votes-without-self', () => `${server.id} counts its own vote among ${event.votes}`);
    }
    if (server.voteLines > server.votes.size && event.votes <= server.votes.size) {
      deny('duplicate-vote-counts', () => `${server.id} counted a vote that came twice once`);
    }
    const { length } = before.configuration?.voters ?? [];
    if (event.needed !== undefined && length > 0 && event.needed === Math.floor(length / 2) + 1) {
      deny('quorum-half', () => `${server.id} asks for ${event.needed} votes of ${length}`);
    }
  }
}

function lookAtVictory(step: Step, deny: DenySign): void {
  const { server, events } = step;
  const lost = events.find((event) => event.event === 'role.changed' && event.from === 'leader');
  if (lost?.event === 'role.changed' && /quorum/.test(lost.cause ?? '')) {
    deny('no-check-quorum', () => `${server.id} stepped down when no majority answered`);
  }
  const won = events.some((event) => event.event === 'role.changed' && event.to === 'leader');
  const sent = events.find(
    (event) => event.event === 'message.sent' && event.kind === 'AppendEntries',
  );
  if (!won || sent?.event !== 'message.sent') return;
  deny('no-heartbeat-on-victory', () => `${server.id} won and sent heartbeats at once`);
}
