import type { EventOf, TraceEvent } from '@raftlens/trace';
import { timeoutsOf } from './service-signs.ts';
import type { Shadow } from './shadow.ts';
import type { DenySign, MakeSignWatch, TellSign } from './sign.ts';
import { eventIn, receivedOf, type Step, setsElectionTimer } from './step.ts';

/** To whom votes are given: once a term, and to nobody who asks for an older one. */
export const voteSigns: MakeSignWatch = (tell, deny) => {
  /** Second votes of a term, told at the end, when it is known what else the voters refused. */
  const seconds: Second[] = [];
  const preVotes = new Map<Shadow, Set<string>>();
  const heard = new Map<Shadow, TraceEvent>();
  const refusals: { readonly role: string | undefined; readonly toFirst: boolean }[] = [];
  const besides = new Set<Shadow>();
  return {
    step(step) {
      lookAtPreVote(step, besides, tell);
      lookAtLiveLeader(step, heard, tell);
      lookAtWritten(step, preVotes, tell);
      const request = receivedOf(step, 'RequestVote');
      if (request === undefined) return;
      const granted = step.events.find(
        (event) => event.event === 'vote.granted' && event.preVote !== true,
      );
      const denied = eventIn(step, 'vote.denied');
      const { before, server } = step;
      if (denied?.cause === 'already-voted') {
        refusals.push({ role: before.role, toFirst: isFirst(step, before.votedFor) });
        if (before.votedFor === denied.candidate) denyLogs(server.id, denied.candidate, deny);
        if (before.votedFor === null && denied.term === before.term) {
          tell(
            'pre-vote-binds',
            before.durable?.votedFor === undefined ? 0.9 : 0.6,
            `${server.id} had given no vote in that term, and refuses one as given`,
            [request, denied],
          );
        }
      }
      if (granted?.event !== 'vote.granted') {
        if (denied !== undefined) resetByRefusal(step, request, denied, tell);
        return;
      }
      lookAtGrant(step, request, granted, tell);
      const second = secondVote(step, granted);
      if (second !== undefined) seconds.push(second);
    },
    end() {
      const all: Seconds = {
        onlyOwn: seconds.every(({ toItself, noted }) => toItself && !noted),
        onlyFirst: seconds.every(({ toFirst }) => toFirst),
        onlyLeaders: seconds.every(({ role }) => role === 'leader'),
        onlyFollowers: seconds.every(({ role, toItself }) => toItself && role === 'follower'),
        refusedFirst: refusals.some(({ toFirst }) => toFirst),
        refused: refusals.some(({ role }) => role !== 'leader'),
      };
      for (const second of seconds) tellSecond(second, all, tell);
    },
  };
};

interface Second {
  readonly node: string;
  readonly role: string | undefined;
  readonly toFirst: boolean;
  readonly toItself: boolean;
  /** The vote was in what it wrote. */
  readonly noted: boolean;
  readonly first: string;
  readonly candidate: string;
  readonly events: readonly TraceEvent[];
}

function isFirst({ before }: Step, candidate: string | null | undefined): boolean {
  return candidate !== undefined && candidate === before.configuration?.voters[0];
}

function secondVote(step: Step, granted: EventOf<'vote.granted'>): Second | undefined {
  const { before, server, input } = step;
  const { votedFor: first } = before;
  if (first === null || first === undefined || first === granted.candidate) return undefined;
  if (granted.term !== before.term) return undefined;
  return {
    node: server.id,
    role: before.role,
    toFirst: isFirst(step, first),
    toItself: first === server.id,
    noted: before.durable?.votedFor === first,
    first,
    candidate: granted.candidate,
    events: [input, granted],
  };
}

/** What all second votes of a run have in common, and what the voters refused beside them. */
interface Seconds {
  readonly onlyOwn: boolean;
  readonly onlyFirst: boolean;
  readonly onlyLeaders: boolean;
  readonly onlyFollowers: boolean;
  readonly refusedFirst: boolean;
  readonly refused: boolean;
}

/** Each way to give a vote twice, against what the other votes of the run say. */
function tellSecond(second: Second, all: Seconds, tell: TellSign): void {
  const { node, role, toFirst, toItself, noted, first, candidate, events } = second;
  const what =
    `${node}, ${role ?? 'a server'}, had voted for ${first} and votes for ` +
    `${candidate} in the same term`;
  const but = all.refused ? '; elsewhere a vote is refused as given' : '';
  const special = all.onlyOwn || all.onlyFirst;
  tell('no-voted-for-check', all.refused ? 0.3 : special ? 0.8 : 0.95, what + but, events);
  if (toFirst && all.onlyFirst && !all.refusedFirst) {
    tell(
      'vote-for-first-is-none',
      all.refused ? (all.onlyFollowers ? 0.93 : 0.96) : 0.78,
      `${what}: a vote for the first server of the list counts as none`,
      events,
    );
  }
  if (role === 'leader' && all.onlyLeaders) {
    tell('leader-grants-vote', all.refused ? 0.95 : 0.85, what, events);
  }
  if (toItself && role === 'follower') {
    const certain = all.refused && all.onlyFollowers;
    tell(
      'step-down-clears-vote',
      certain ? 0.95 : 0.6,
      `${what}: stepping down made it forget its own vote`,
      events,
    );
  }
  if (toItself && role === 'candidate' && all.onlyOwn) {
    tell(
      'candidate-forgets-own-vote',
      noted ? 0.2 : 0.85,
      `${what}: it had not noted its own vote`,
      events,
    );
  }
}

function lookAtGrant(
  step: Step,
  request: EventOf<'message.received'>,
  granted: EventOf<'vote.granted'>,
  tell: TellSign,
): void {
  const { before, server } = step;
  const { rpcTerm } = request;
  if (rpcTerm !== undefined && before.term !== undefined && rpcTerm < before.term) {
    tell(
      'stale-request-vote-granted',
      0.97,
      `${server.id}, in term ${before.term}, granted a vote asked for in term ${rpcTerm}`,
      [request, granted],
    );
  }
  if (!setsElectionTimer(step) && server.role === 'follower') {
    tell(
      'grant-keeps-timer',
      0.9,
      `${server.id} granted a vote and did not start its election timer anew`,
      [request, granted],
    );
  }
}

function resetByRefusal(
  step: Step,
  request: EventOf<'message.received'>,
  denied: EventOf<'vote.denied'>,
  tell: TellSign,
): void {
  const { before, server } = step;
  if (before.role !== 'follower' || !setsElectionTimer(step)) return;
  tell(
    'request-vote-resets-timer',
    0.92,
    `${server.id} refused ${denied.candidate} and started its election timer anew all the same`,
    [request, denied],
  );
}

/** A vote refused as given, to the very one who has it: the logs were not what refused it. */
function denyLogs(voter: string, candidate: string, deny: DenySign): void {
  for (const bug of ['up-to-date-strictly', 'up-to-date-by-both']) {
    deny(bug, () => `${voter} refused ${candidate} for the vote that it had given it itself`);
  }
}

function lookAtPreVote(step: Step, besides: Set<Shadow>, tell: TellSign): void {
  const { server, before } = step;
  const hears =
    receivedOf(step, 'AppendEntries') !== undefined ||
    receivedOf(step, 'InstallSnapshot') !== undefined;
  // One that stays beside a leader that it heard refuses for that.
  if (server.role !== 'pre-candidate') besides.delete(server);
  else if (hears) besides.add(server);
  const request = receivedOf(step, 'PreVote');
  const denied = eventIn(step, 'vote.denied');
  if (request === undefined || denied?.cause !== 'leader-alive') return;
  if (before.role !== 'pre-candidate' || besides.has(server)) return;
  tell(
    'pre-candidates-refuse',
    0.95,
    `${step.server.id} asks for pre-votes itself, and refuses ${denied.candidate} one`,
    [request, denied],
  );
}

/** A vote on the disk that the server never gave; a pre-vote is none (thesis §9.6). */
function lookAtWritten(
  { server, before, events }: Step,
  preVotes: Map<Shadow, Set<string>>,
  tell: TellSign,
): void {
  const asked = preVotes.get(server) ?? new Set();
  preVotes.set(server, asked);
  for (const event of events) {
    if (event.event === 'node.started') asked.clear();
    if (event.event === 'vote.granted' && event.preVote === true) asked.add(event.candidate);
    if (event.event === 'state.persisted' && event.votedFor !== undefined) {
      const none = before.votedFor === null && server.votedFor === null;
      // One that it gave in an older term was carried over, which is another bug.
      if (before.durable?.votedFor === event.votedFor) continue;
      if (!none || event.currentTerm !== server.term || !asked.has(event.votedFor)) continue;
      tell(
        'pre-vote-binds',
        0.95,
        `${server.id} writes a vote for ${event.votedFor}, to which it gave a pre-vote alone`,
        [event],
      );
    }
  }
}

/** Well within the shortest election timeout, whatever clocks do. */
const soon = 0.7;

/** Who heard a leader just now gives no pre-vote to others (thesis §9.6). */
function lookAtLiveLeader(step: Step, heard: Map<Shadow, TraceEvent>, tell: TellSign): void {
  const { server, input, started, events } = step;
  const accepted = events.some(({ event }) => event === 'append.accepted');
  if (accepted) heard.set(server, input);
  // A newer term has no leader yet that was heard.
  const moved = events.some(({ event }) => event === 'term.changed');
  if (input.event === 'node.started' || (moved && !accepted)) heard.delete(server);
  const request = receivedOf(step, 'PreVote');
  const granted = eventIn(step, 'vote.granted');
  if (request === undefined || granted?.preVote !== true) return;
  const last = heard.get(server);
  const [shortest] = timeoutsOf(started);
  const leads = granted.role === 'leader';
  const near =
    last !== undefined && shortest !== undefined && input.time - last.time < shortest * soon;
  if (!leads && !near) return;
  const how = leads
    ? 'leads'
    : `heard its leader ${Math.round(input.time - (last?.time ?? 0))} ms ago`;
  tell(
    'pre-vote-ignores-leader',
    0.94,
    `${server.id} ${how}, and gives ${granted.candidate} a pre-vote`,
    [...(last === undefined ? [] : [last]), request, granted],
  );
}
