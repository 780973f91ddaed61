import type { Role } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { linePattern } from '../line-pattern.ts';
import { unnamed } from '../line-reader.ts';
import { raftNumber } from '../raft-number.ts';
import { ovsdbParts } from './ovsdb-parts.ts';
import { tellRpc } from './rpc-words.ts';
import type { ServerState } from './server-state.ts';

/** Events (none where other lines tell it), or why there are none. */
export type RaftWords = readonly BareEvent[] | string;

const localId = linePattern(ovsdbParts, 'local server ID is <sid>$');
const election = linePattern(
  { ...ovsdbParts, pre: String.raw` \(pre-vote\)` },
  'term <n>: (?:<n> ms timeout expired, )?starting election<pre>?',
);
const elected = linePattern(ovsdbParts, String.raw`term <n>: elected leader by \d`);
const leads = linePattern(ovsdbParts, 'server <sid> is leader for term <n>$');
const leaderChanged = linePattern(ovsdbParts, 'leader for term <n> changed from <sid> to <sid>$');
const staleTerm = linePattern(
  ovsdbParts,
  'rejecting term <n> < current term <n> received in <rpc> message from server <sid>',
);
const rejected = linePattern(
  ovsdbParts,
  'rejecting append_request because previous entry <n>,<n> not in local log',
);
const committed = linePattern(ovsdbParts, String.raw`index <n> committed to \d`);
const joined = linePattern(
  ovsdbParts,
  '(?:server <sid> (?:added to|removed from) configuration|',
  String.raw`\S{1,100} learned server ID <sid>$)`,
);

/** Lines that tell nothing which an event could hold. */
const chatter: readonly (readonly [RegExp, string])[] = [
  [/learned (?:remote address|new server address)|hello_(?:request|reply)/, 'addresses'],
  [/^raft_is_connected|^closing connection|no connection to|cannot send RPC/, 'connections'],
  [/^(?:starting to add|adding|cluster) |add_server|remove_server/, 'membership'],
  [/^sending snapshot|install_snapshot|snapshot/, 'snapshots'],
  [/truncating \d+ entries/, 'entries truncated, at an index that is not said'],
  [/^ignoring vote request|disruptive server/, 'a request for a vote ignored'],
  [/^rejected append_reply/, 'an answer rejected'],
  [/^Election timer changed|election timer/, 'settings'],
  [/^raft_command|^raft command|execute_command/, 'commands'],
  [/^become_leader|leadership/, 'transfers'],
  [/^learned cluster ID|^added to configuration|^elected as leader while joining/, 'membership'],
  [/^\d+ out of \d+ servers replied|^ignoring pre-vote reply/, 'votes'],
  [/role transition|^this server is leader but/, 'roles'],
  [/[Cc]ommand completed|incomplete command|unknown command|prerequisites|entry eid/, 'commands'],
  [/^record \d+ truncates/, 'entries truncated, at an index that is not said'],
  [/failed(?: |:)|failure mode|I\/O error|RPC to self|unexpected server ID/, 'something failed'],
  [/^sending remove request|to remove itself from cluster| leaving cluster/, 'membership'],
  [/^request by .{1,100} to (?:add|remove) .{1,200} cluster /, 'membership'],
  [/: starting to leave cluster |: not leaving cluster /, 'membership'],
  [/^Dropped \d/, 'lines left out'],
  [/^internal error: deferred/, 'a message put off'],
  [/^command completed after role change|" reply from /, 'commands'],
  [/^Dropped \d{1,9} log messages/, 'lines that were not written'],
  [/syntax error: |ignoring message with unexpected server ID/, 'messages for another server'],
];

/** Reads what the module `raft` says; undefined for unknown words. */
export function tellRaft(
  state: ServerState,
  words: string,
  census: CensusTaker,
): RaftWords | undefined {
  const id = localId.exec(words)?.[1];
  if (id !== undefined) {
    state.id = id;
    state.ids.add(id);
    census.speaks(id);
    return [];
  }
  const member = joined.exec(words);
  if (member !== null) {
    census.belongs(member[1] ?? member[2] ?? '');
    return 'membership';
  }
  return (
    tellElection(state, words) ??
    tellLog(state, words) ??
    tellRpc(state, words, census) ??
    chatter.find(([pattern]) => pattern.test(words))?.[1]
  );
}

/** The server itself, which may not have said yet who it is. */
export function self({ id, inc }: ServerState): { readonly node: string; readonly inc: number } {
  return { node: id ?? unnamed, inc };
}

function tellElection(state: ServerState, words: string): RaftWords | undefined {
  const stands = election.exec(words);
  const term = raftNumber(stands?.[1]);
  if (stands !== null && term !== undefined) return stand(state, term, stands[3] !== undefined);
  const won = raftNumber(elected.exec(words)?.[1]);
  if (won !== undefined) return [changed(state, 'leader', won)];
  const changedTo = leaderChanged.exec(words);
  if (changedTo !== null) return tellTwoLeaders(state, changedTo);
  const seen = leads.exec(words);
  const ofTerm = raftNumber(seen?.[2]);
  if (seen === null || ofTerm === undefined) return undefined;
  const leader = seen[1] ?? '';
  const before = state.role;
  state.term = ofTerm;
  state.leader = { term: ofTerm, id: leader };
  const recognized: BareEvent = {
    event: 'leader.recognized',
    ...self(state),
    term: ofTerm,
    leader,
  };
  if (leader === state.id || before === 'follower') return [recognized];
  return [changed(state, 'follower', ofTerm), recognized];
}

/** The server itself saw two lead one term. */
function tellTwoLeaders(state: ServerState, [, digits, ...leaders]: RegExpExecArray): RaftWords {
  const term = raftNumber(digits);
  if (term === undefined) return 'a number too large';
  state.leader = undefined;
  return leaders.map((leader) => ({ event: 'leader.recognized', ...self(state), term, leader }));
}

/** It votes for itself when it begins an election, and says so only to the others. */
function stand(state: ServerState, term: number, preVote: boolean): RaftWords {
  const expired = { event: 'timer.expired', ...self(state), timer: 'election' } as const;
  if (preVote) return [expired, changed(state, 'pre-candidate', term)];
  // Not before it is known who that is: a log whose beginning is gone may never say it, and then
  // goes by another name than the votes do.
  if (state.id === undefined) return [expired, changed(state, 'candidate', term)];
  const candidate = state.id;
  state.voted = { term, candidate };
  const vote: BareEvent = { event: 'vote.granted', ...self(state), term, candidate };
  return [expired, changed(state, 'candidate', term), vote];
}

function changed(state: ServerState, to: Role, term: number): BareEvent {
  state.role = to;
  state.term = term;
  const cause = to === 'leader' ? { cause: 'won-election' } : {};
  return { event: 'role.changed', ...self(state), term, role: to, to, ...cause };
}

function tellLog(state: ServerState, words: string): RaftWords | undefined {
  const [, old, own, , from] = staleTerm.exec(words) ?? [];
  if (from !== undefined) {
    const ends = { kind: 'Other', from, to: state.id ?? unnamed } as const;
    const terms = { term: raftNumber(own), rpcTerm: raftNumber(old) };
    return [{ event: 'message.received', ...self(state), ...ends, ...terms }];
  }
  const [, prevTerm, prevIndex] = rejected.exec(words) ?? [];
  if (prevIndex !== undefined) {
    const cause = words.includes('term mismatch') ? 'term-mismatch' : 'log-too-short';
    const previous = { prevLogIndex: raftNumber(prevIndex), prevLogTerm: raftNumber(prevTerm) };
    return [{ event: 'append.rejected', ...self(state), ...previous, cause }];
  }
  const to = raftNumber(committed.exec(words)?.[1]);
  if (to === undefined) return undefined;
  const { term } = state;
  return [
    {
      event: 'commit.advanced',
      ...self(state),
      ...(term === undefined ? {} : { term }),
      role: 'leader',
      to,
    },
  ];
}
