import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';
import { etcdParts } from './etcd-parts.ts';
import { memberId } from './member-id.ts';
import type { MemberState } from './member-state.ts';
import type { RaftWords } from './raft-story.ts';

/** Up to etcd 3.1 a message of a vote is called `vote`. */
const response =
  /^received (?:Msg(Pre)?VoteResp|vote) (rejection )?from ([0-9a-f]{1,16}) at term (\d{1,20})$/;
const ownLog = /^\[logterm: (\d{1,20}), index: (\d{1,20})(?:, vote: [0-9a-f]{1,16})?\] /;
const request = /^sent (?:Msg(Pre)?Vote|vote) request to ([0-9a-f]{1,16}) at term (\d{1,20})$/;
const answer = linePattern(
  {
    ...etcdParts,
    verb: 'cast Msg(?:Pre)?Vote for|voted for|(?:rejected|ignored) (?:Msg(?:Pre)?Vote|vote) from',
    // CockroachDB says which lease it is.
    lease: ': (?:lease is not|recently received commun|supporting fortified leader)',
  },
  String.raw`<verb> <id> \[logterm: <n>, index: <n>\] at term <n>`,
  '<lease>?',
);
const rejectedAppend =
  /^rejected [Mm]sgApp \[logterm: (\d{1,20}), index: (\d{1,20})\] from ([0-9a-f]{1,16})$/;

interface LogEnd {
  readonly lastLogTerm: number;
  readonly lastLogIndex: number;
}

/** Reads what a member says of votes, asked for, given and received; undefined for other words. */
export function tellVote(
  state: MemberState,
  words: string,
  census: CensusTaker,
): RaftWords | undefined {
  const answered = words.startsWith('received ') ? response.exec(words) : null;
  if (answered !== null) return tellResponse(state, answered, census);
  const match = words.startsWith('[logterm: ') ? ownLog.exec(words) : null;
  if (match === null) return undefined;
  const lastLogTerm = raftNumber(match[1]);
  const lastLogIndex = raftNumber(match[2]);
  if (lastLogTerm === undefined || lastLogIndex === undefined) return 'a number too large';
  const end = { lastLogTerm, lastLogIndex };
  const rest = words.slice(match[0].length);
  return (
    tellRequest(state, rest, end, census) ??
    tellAnswer(state, rest, end, census) ??
    tellRejection(state, rest)
  );
}

function tellResponse(
  { node, inc, role, term: known }: MemberState,
  [, pre, rejection, from = '', digits]: RegExpExecArray,
  census: CensusTaker,
): RaftWords {
  const term = raftNumber(digits);
  if (term === undefined) return 'a number too large';
  census.belongs(memberId(from));
  return [
    {
      event: 'vote.received',
      node,
      inc,
      term,
      ...(role === undefined || term !== known ? {} : { role }),
      from: memberId(from),
      granted: rejection === undefined,
      ...(pre === undefined ? {} : { preVote: true }),
      rpcTerm: term,
    },
  ];
}

/** One line a server that is asked; the first of them is the election. */
function tellRequest(
  state: MemberState,
  words: string,
  end: LogEnd,
  census: CensusTaker,
): RaftWords | undefined {
  const [, pre, to, digits] = request.exec(words) ?? [];
  if (to === undefined) return undefined;
  const term = raftNumber(digits);
  if (term === undefined) return 'a number too large';
  const { node, inc, campaign } = state;
  census.belongs(memberId(to));
  const preVote = pre !== undefined;
  const sent: BareEvent = {
    event: 'message.sent',
    node,
    inc,
    term,
    kind: preVote ? 'PreVote' : 'RequestVote',
    from: node,
    to: memberId(to),
    candidateId: node,
    ...end,
  };
  if (campaign?.term === term && campaign.preVote === preVote) return [sent];
  state.campaign = { term, preVote };
  const role = preVote ? 'pre-candidate' : 'candidate';
  const started = { event: 'election.started', node, inc, term, role, ...end } as const;
  return [preVote ? { ...started, preVote } : started, sent];
}

function tellAnswer(
  { node, inc }: MemberState,
  words: string,
  end: LogEnd,
  census: CensusTaker,
): RaftWords | undefined {
  const match = answer.exec(words);
  if (match === null) return undefined;
  const [, verb = '', candidate = ''] = match;
  const candidateLastLogTerm = raftNumber(match[3]);
  const candidateLastLogIndex = raftNumber(match[4]);
  const term = raftNumber(match[5]);
  if (term === undefined || candidateLastLogIndex === undefined) return 'a number too large';
  census.belongs(memberId(candidate));
  const vote = {
    node,
    inc,
    term,
    candidate: memberId(candidate),
    ...(verb.includes('Pre') ? { preVote: true } : {}),
    candidateLastLogIndex,
    candidateLastLogTerm,
    ...end,
  };
  if (verb.startsWith('cast') || verb === 'voted for') return [{ event: 'vote.granted', ...vote }];
  const denied = { event: 'vote.denied', ...vote } as const;
  return [match[6] === undefined ? denied : { ...denied, cause: 'leader-alive' }];
}

function tellRejection({ node, inc }: MemberState, words: string): RaftWords | undefined {
  const [, term, index, from] = rejectedAppend.exec(words) ?? [];
  if (from === undefined) return undefined;
  return [
    {
      event: 'append.rejected',
      node,
      inc,
      leader: memberId(from),
      prevLogIndex: raftNumber(index),
      prevLogTerm: raftNumber(term),
    },
  ];
}
