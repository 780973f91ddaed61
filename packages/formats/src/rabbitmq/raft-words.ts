import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { linePattern } from '../line-pattern.ts';
import { unnamed } from '../line-reader.ts';
import { raftNumber } from '../raft-number.ts';
import { type GroupState, rabbitRoles } from './group-state.ts';
import { nodeOfServer, rabbitParts } from './rabbit-parts.ts';

/** Events (none where other lines tell it), or why there are none. */
export type RaftWords = readonly BareEvent[] | string;

const edge = linePattern(
  rabbitParts,
  '<role> -> <role> (?:in )?term: <n>(?: machine version: |,|$)',
);
const grant = linePattern(
  { ...rabbitParts, what: 'vote|pre-vote' },
  'granting <what> for <server> (?:machine version [^{}]{1,60} )?',
  String.raw`with last indexterm \{<n>,<n>\} for term <n> previous term`,
);
const grantOfOthers = linePattern(
  { ...rabbitParts, what: 'vote|pre-vote' },
  String.raw`granting <what> for <server> with last \{index, term\} \{<n>,<n>\} for term <n> `,
);
const decline = linePattern(
  { ...rabbitParts, what: 'vote (?:for|to)|pre-vote (?:for|to)' },
  'declining <what> <server> for term <n>',
  String.raw`(?:, candidate last log index term was: \{<n>,<n>\})?`,
);
const newLeader = linePattern(rabbitParts, 'detected a new leader <server> in term ');
const abdicates = linePattern(
  { ...rabbitParts, rpc: '[a-z_]{1,40}' },
  'leader saw <rpc> from <server> for term <n>,? abdicates term: <n>',
);

/** Lines that other lines tell again, by how they begin. */
const folded: readonly string[] = [
  'vote granted for term',
  'pre_vote granted',
  'election called for in term',
  'pre_vote election called for in term',
  'election triggered by',
];

/** Lines that tell nothing which an event could hold. */
const chatter: readonly (readonly [RegExp, string])[] = [
  [/^(?:recover|ra_log:|applying new machine version|enabling ra)/, 'recovery'],
  [/eader (?:node|monitor)|^is not new|^repairing leader|await_condition/, 'health'],
  [/^leader call|obsolete segments|snapshot|^(?:re)?setting last index/, 'housekeeping'],
  [/^follower did not have entry|^candidate |unhandled msg|higher term/, 'replication'],
  [/^term mismatch|^is not fully|^leader received last_index|^setting next index/, 'replication'],
  [/^follower (?:request_vote_rpc|ignored|received|got|leader cast)|^written event/, 'replication'],
  [/cluster change|leader not in new cluster|requested to leave/, 'membership'],
  [/^transfer leadership/, 'transfers'],
  [/^handle_(?:down|node_status)|^terminating/, 'shutting down'],
  [/^using recovery|^resetting last|^failed to read|command appended/, 'recovery'],
  [/^term mismatch - follower had/, 'replication'],
  [/^terminating with /, 'shutting down'],
];

/** Reads what ra says of a group; undefined for unknown words. */
export function tellRaft(
  state: GroupState,
  words: string,
  census: CensusTaker,
): RaftWords | undefined {
  const told = tellEdge(state, words) ?? tellVote(state, words, census);
  if (told !== undefined) return told;
  const seen = newLeader.exec(words);
  if (seen !== null) {
    const leader = nodeOfServer(seen[1] ?? '');
    census.belongs(leader);
    // Right after a new term began, ra may still name the leader of the term before.
    return [{ event: 'leader.recognized', ...self(state), leader }];
  }
  const stray = abdicates.exec(words);
  if (stray !== null) return [tellStray(state, stray)];
  if (folded.some((start) => words.startsWith(start))) return [];
  return chatter.find(([pattern]) => pattern.test(words))?.[1];
}

interface Self {
  readonly node: string;
  readonly group: string;
  readonly inc: number;
}

function self({ node, group, inc }: GroupState): Self {
  return { node: node ?? unnamed, group, inc };
}

function tellEdge(state: GroupState, words: string): RaftWords | undefined {
  const [, before = '', after = '', digits] = edge.exec(words) ?? [];
  const term = raftNumber(digits);
  if (term === undefined) return undefined;
  const from = rabbitRoles.get(before);
  const to = rabbitRoles.get(after);
  if (to === undefined) return 'recovery';
  state.role = to;
  if (before.startsWith('recover')) {
    return [{ event: 'node.started', ...self(state), term, role: to }];
  }
  // Waiting for a condition, or for a snapshot, is a follower's business.
  if (from === to) return [];
  const changed: BareEvent = {
    event: 'role.changed',
    ...self(state),
    term,
    role: to,
    ...(from === undefined ? {} : { from }),
    to,
    ...(to === 'leader' ? { cause: 'won-election' } : {}),
  };
  if (to !== 'candidate') return [changed];
  const own = state.node ?? unnamed;
  return [changed, { event: 'vote.granted', ...self(state), term, candidate: own }];
}

function tellVote(state: GroupState, words: string, census: CensusTaker): RaftWords | undefined {
  const match = grant.exec(words) ?? grantOfOthers.exec(words) ?? decline.exec(words);
  if (match === null) return undefined;
  const [, what = '', server = ''] = match;
  const granted = words.startsWith('granting');
  const [index, lastTerm, digits] = granted ? match.slice(3) : [match[4], match[5], match[3]];
  const term = raftNumber(digits);
  if (term === undefined) return 'a number too large';
  const candidate = nodeOfServer(server);
  census.belongs(candidate);
  const candidateLastLogIndex = raftNumber(index);
  const candidateLastLogTerm = raftNumber(lastTerm);
  const vote = {
    candidate,
    ...(what.startsWith('pre-vote') ? { preVote: true } : {}),
    ...(candidateLastLogIndex === undefined ? {} : { candidateLastLogIndex }),
    ...(candidateLastLogTerm === undefined ? {} : { candidateLastLogTerm }),
  };
  if (granted) return [{ event: 'vote.granted', ...self(state), term, ...vote }];
  // Declined, the term is the request's and not always the voter's.
  return [{ event: 'vote.denied', ...self(state), ...vote }];
}

function tellStray(state: GroupState, match: RegExpExecArray): BareEvent {
  const [, rpc, server = '', other, own] = match;
  return {
    event: 'message.received',
    ...self(state),
    term: raftNumber(own),
    role: 'leader',
    kind: rpc === 'request_vote_rpc' ? 'RequestVote' : 'AppendEntries',
    from: nodeOfServer(server),
    to: state.node ?? unnamed,
    rpcTerm: raftNumber(other),
  };
}
