import type { EventOf } from '@raftlens/trace';
import { termAt } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import { eventIn, type Step, setsElectionTimer } from './step.ts';

/** How elections begin, how votes are counted, and what the winner does. */
export const electionSigns: MakeSignWatch = (tell) => {
  /** Stale answers that reached a follower and were not counted speak for a check of the role. */
  let followerCounts: EventOf<'vote.received'> | undefined;
  let candidateCounts: EventOf<'vote.received'> | undefined;
  const timeouts = new Map<number, number>();
  let timers = 0;
  let sixth: EventOf<'timer.started'> | undefined;
  return {
    step(step) {
      lookAtCampaign(step, tell);
      lookAtDeposed(step, tell);
      lookAtVictory(step, tell);
      for (const event of step.events) {
        if (event.event === 'message.sent' && /^(?:Pre|Request)Vote$/.test(event.kind)) {
          lookAtClaim(step, event, tell);
        }
        if (event.event === 'timer.started' && event.timer === 'election') {
          timers += 1;
          const { timeoutMs = -1 } = event;
          if (timeouts.size < 9) timeouts.set(timeoutMs, (timeouts.get(timeoutMs) ?? 0) + 1);
          if (timers === 6) sixth = event;
        }
        if (event.event !== 'vote.received') continue;
        lookAtCount(step, event, tell);
        if (event.rpcTerm === undefined || event.term === undefined) continue;
        if (event.rpcTerm >= event.term) continue;
        if (step.before.role === 'candidate') candidateCounts ??= event;
        else followerCounts ??= event;
      }
    },
    end() {
      // Several in a row may be equal by chance, or because a scene wants it so.
      if (timeouts.size === 1 && sixth !== undefined) {
        tell(
          'fixed-election-timeout',
          0.97,
          `all election timeouts last ${sixth.timeoutMs} ms, so that servers stand at one time`,
          [sixth],
        );
      }
      if (followerCounts !== undefined) {
        tell(
          'stale-vote',
          0.98,
          staleWords(followerCounts, 'although it was no candidate any more'),
          [followerCounts],
        );
      }
      if (candidateCounts === undefined) return;
      const but = followerCounts === undefined ? '; as follower it counted none' : '';
      const words = staleWords(candidateCounts, `as candidate of that term${but}`);
      tell('stale-vote-role-checked', followerCounts === undefined ? 0.97 : 0.4, words, [
        candidateCounts,
      ]);
      tell('stale-vote', 0.9, words, [candidateCounts]);
    },
  };
};

function staleWords({ node, from, rpcTerm, term }: EventOf<'vote.received'>, how: string): string {
  return (
    `${node} counted the vote of ${from}, asked for in term ${rpcTerm}, in term ${term} ` + `${how}`
  );
}

/** A candidate says where its log ends (Raft §5.4.1). */
function lookAtClaim(step: Step, event: EventOf<'message.sent'>, tell: TellSign): void {
  // One that won in the same step may have begun its term with an entry, behind what it claimed.
  if (eventIn(step, 'log.appended') !== undefined) return;
  const { server } = step;
  const { lastLogIndex, lastLogTerm } = event;
  const { last, commit } = server;
  const lastTerm = termAt(server, last);
  if (lastLogTerm === 0 && lastLogIndex === last && lastTerm !== undefined && lastTerm > 0) {
    tell(
      'compacted-term-forgotten',
      0.96,
      `${server.id} claims that its log through ${last} ends in term 0, which no entry has; it ` +
        `ends in ${lastTerm}`,
      [event],
    );
  }
  if (lastLogTerm !== undefined && lastTerm !== undefined && lastLogTerm > lastTerm) {
    tell(
      'candidate-claims-own-term',
      0.97,
      `${server.id} claims that its log ends in term ${lastLogTerm}, and it ends in ${lastTerm}`,
      [event],
    );
  }
  if (lastLogIndex !== undefined && lastLogIndex < last && lastLogIndex === commit) {
    tell(
      'candidate-offers-commit-index',
      0.96,
      `${server.id} gives ${lastLogIndex}, its commitIndex, for the end of its log, ${last}`,
      [event],
    );
  }
}

/** Whoever leads no more waits for the next leader as all followers do (Raft §5.2). */
function lookAtDeposed(step: Step, tell: TellSign): void {
  const { before, server, input, events } = step;
  if (before.role !== 'leader' || server.role !== 'follower' || setsElectionTimer(step)) return;
  const down = events.find((event) => event.event === 'role.changed' && event.to === 'follower');
  if (down === undefined || input.event === 'node.started') return;
  const { voters = [], outgoing = [] } = server.configurations.at(-1) ?? {};
  if (![...voters, ...outgoing].includes(server.id)) return;
  tell(
    'deposed-leader-never-waits',
    0.95,
    `${server.id} steps down and starts no election timer: it never campaigns again`,
    [down],
  );
}

function lookAtCampaign(step: Step, tell: TellSign): void {
  const { before, server, input } = step;
  const election = eventIn(step, 'election.started');
  if (election === undefined) return;
  const real = election.preVote !== true;
  if (!setsElectionTimer(step) && server.role !== 'leader') {
    tell(
      'candidate-never-retries',
      0.95,
      `${server.id} campaigned and started no election timer: it never tries again`,
      [election],
    );
  }
  if (
    real &&
    before.role === 'candidate' &&
    before.term === election.term &&
    input.event === 'timer.expired'
  ) {
    tell(
      'candidate-keeps-term',
      0.97,
      `${server.id} campaigned again in term ${election.term}, in which its voters have voted`,
      [input, election],
    );
  }
  if (!real && eventIn(step, 'term.changed') === undefined && election.term !== before.term) {
    tell(
      'pre-vote-raises-term',
      0.95,
      `${server.id} asked for pre-votes and moved its term to ${election.term}`,
      [input, election],
    );
  }
  const own = before.configuration;
  const votes = [...(own?.voters ?? []), ...(own?.outgoing ?? [])];
  if (own === undefined || votes.length === 0 || votes.includes(server.id)) return;
  // Whom the last configuration removes may campaign until that is committed (thesis §4.2.2).
  if (own.index > before.commit) return;
  const asked = input.event === 'message.received' && input.kind === 'TimeoutNow';
  const bug = asked ? 'transfer-to-removed' : 'learner-campaigns';
  tell(bug, 0.95, `${server.id} campaigned, and is no voter of its configuration`, [
    input,
    election,
  ]);
}

function lookAtVictory(step: Step, tell: TellSign): void {
  const { before, server, events } = step;
  const won = events.find((event) => event.event === 'role.changed' && event.to === 'leader');
  if (won === undefined) return;
  const sent = events.some(
    (event) =>
      event.event === 'message.sent' && /^(AppendEntries|InstallSnapshot)$/.test(event.kind),
  );
  const voters = before.configuration?.voters ?? [];
  const majority = Math.floor(voters.length / 2) + 1;
  if (
    voters.length > 1 &&
    server.votes.size < majority &&
    before.configuration?.outgoing.length === 0
  ) {
    // A vote that came twice explains it as well.
    const twice = server.voteLines > server.votes.size;
    const earlier = server.earlierVotes.size > 0;
    const why = `${server.id} won with ${server.votes.size} of ${voters.length} votes`;
    tell(
      'votes-carried-over',
      earlier ? (twice ? 0.6 : 0.93) : 0.2,
      `${why}, and had ${server.earlierVotes.size} from earlier elections`,
      [won],
    );
    tell('quorum-half', earlier || twice ? 0.6 : 0.9, why, [won]);
  }
  if (!sent && server.progress.size > 0) {
    tell('no-heartbeat-on-victory', 0.9, `${server.id} won and sent no heartbeat at once`, [won]);
  }
  const cut = eventIn(step, 'log.truncated');
  if (cut !== undefined) {
    tell(
      'leader-drops-uncommitted',
      0.97,
      `${server.id} won and deleted its own log from ${cut.fromIndex} on`,
      [won, cut],
    );
  }
  // What the server itself said of its log counts.
  const last = server.election?.lastLogIndex ?? 0;
  const noted = new Set(
    events.flatMap((event) => (event.event === 'progress.updated' ? [event.peer] : [])),
  );
  const early = events.find(
    (event) =>
      event.event === 'message.sent' &&
      event.kind === 'AppendEntries' &&
      !noted.has(event.to) &&
      (event.prevLogIndex ?? last) < last,
  );
  if (early?.event === 'message.sent') {
    tell(
      'match-kept-across-terms',
      0.93,
      `${server.id}, whose log ends at ${last}, won and sends ${early.to} entries after ` +
        `${early.prevLogIndex}: what it noted of an earlier leadership is still there`,
      [won, early],
    );
  }
  for (const [peer, { match }] of server.progress) {
    if (match <= 0) continue;
    tell(
      'match-kept-across-terms',
      0.9,
      `${server.id} won and takes ${peer} to hold index ${match} before it answered`,
      [won],
    );
  }
}

function lookAtCount(step: Step, event: EventOf<'vote.received'>, tell: TellSign): void {
  const { server, before } = step;
  const { votes, needed, preVote } = event;
  const voters = before.configuration?.voters ?? [];
  if (needed !== undefined && voters.length > 1 && before.configuration?.outgoing.length === 0) {
    const majority = Math.floor(voters.length / 2) + 1;
    if (needed < majority) {
      tell(
        'quorum-half',
        0.97,
        `${server.id} takes ${needed} votes of ${voters.length} for enough`,
        [event],
      );
    }
  }
  if (votes === undefined || event.granted !== true || preVote === true) return;
  if (event.rpcTerm !== event.term) return;
  const known = server.votes.size;
  if (votes < known) {
    tell(
      'votes-without-self',
      0.95,
      `${server.id} counts ${votes} votes, and has ${known} with its own`,
      [event],
    );
  }
  if (votes <= known) return;
  const repeated = server.voteLines >= votes;
  tell(
    repeated ? 'duplicate-vote-counts' : 'votes-carried-over',
    0.93,
    `${server.id} counts ${votes} votes of term ${event.term}; ${known} servers gave it ` +
      `one${repeated ? ', and some of them twice' : ''}`,
    [event],
  );
}
