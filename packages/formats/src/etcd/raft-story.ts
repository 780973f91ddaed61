import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import type { GoTestScope } from '../go-test-scope.ts';
import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';
import { etcdParts } from './etcd-parts.ts';
import { memberId } from './member-id.ts';
import type { MemberState } from './member-state.ts';
import { tellMember } from './member-words.ts';
import { createMembers } from './members.ts';

/** What a line of etcd's raft tells: events (none where others tell it all), or why it has none. */
export type RaftWords = readonly BareEvent[] | string;

/** Follows what the raft library of etcd says in one file. */
export interface RaftStory {
  /** `message` is what stands after time, level and `raft: `; undefined for unknown words. */
  tell(message: string): RaftWords | undefined;
}

const member = /^([0-9a-f]{1,16}) /;
const newRaft = linePattern(
  etcdParts,
  String.raw`newRaft <id> \[peers: \[<ids>\], term: <n>, commit: <n>, applied: <n>, `,
  String.raw`lastindex: <n>, lastterm: <n>\]$`,
);
/** Tests of the library make members 1, 2 and 3 anew; the ids of etcd are not as short. */
const begins = /^[0-9a-f]{1,4} became follower at term 0$/;
const leadership = linePattern(
  { ...etcdParts, verb: 'elected|changed|lost' },
  String.raw`raft\.node: <id> <verb> leader (?:from [0-9a-f]{1,16} to )?<id> at term <n>$`,
);
const conflict = linePattern(etcdParts, String.raw`found conflict at index <n> \[existing term: `);
/** It gives up: a commit or entries of its leader cannot be true beside its own log. */
const givesUp = linePattern(
  etcdParts,
  String.raw`(?:tocommit\(<n>\) is out of range \[lastIndex\(<n>\)\]|`,
  String.raw`entry <n> conflict with committed entry \[committed\(<n>\)\])`,
);

/** Lines about the log alone, which name no member; they tell nothing that others do not. */
const logChatter: readonly string[] = [
  'replace the unstable entries',
  'truncate the unstable entries',
  'log [committed=',
  'entry at ',
  'ignore sending snapshot to ',
  'ignoring MsgForgetLeader ',
  'index(',
  'pending MsgReadIndex ',
  'unexpected error ',
  'error scanning ',
  'allocating a new storage',
  'applying snapshot',
  'applying(',
  'applied(',
  'applied[',
  'applying entry',
  'after(',
  'compact ',
  'A tick missed to fire',
  'slice[',
  'unstable.slice[',
  'invalid slice',
  'invalid unstable.slice',
  'entries[',
  'empty entry was dropped',
  'initiating automatic transition',
  'not initiating automatic transition',
];

/** Follows the members of `scope`; a file of one member also has lines that do not name it. */
export function createRaftStory(census: CensusTaker, scope: GoTestScope): RaftStory {
  const members = createMembers(census);
  let ordinal = scope.ordinal;
  /** Of the last line that named one. */
  let speaker: MemberState | undefined;

  const memberOf = (hex: string): MemberState => {
    speaker = members.of(hex);
    return speaker;
  };

  const start = (match: RegExpExecArray): RaftWords => {
    const [, hex = '', peers = ''] = match;
    // Within one test of the library, the same member started again is another cluster's.
    if (scope.run !== undefined && members.known(hex)?.started === true) forget();
    const state = memberOf(hex);
    const term = raftNumber(match[3]);
    if (term === undefined) return 'a number too large';
    if ((state.started || state.heard) && !state.restarting) state.inc += 1;
    state.heard = false;
    state.started = true;
    state.restarting = false;
    state.configured = false;
    state.role = 'follower';
    state.term = term;
    state.campaign = undefined;
    const voters = peers === '' ? undefined : peers.split(',').map(memberId);
    for (const voter of voters ?? []) census.belongs(voter);
    return [started(state, match, voters)];
  };

  const forget = (): void => {
    scope.beginCluster();
    ordinal = scope.ordinal;
    members.forget();
  };

  return {
    tell(message) {
      if (scope.ordinal !== ordinal) {
        ordinal = scope.ordinal;
        members.forget();
        speaker = undefined;
      }
      const again = members.speakingAgain(message);
      if (again !== undefined) {
        return tellMember(again, message.slice(again.node.length + 1), census);
      }
      const hex = member.exec(message)?.[1];
      if (hex !== undefined) {
        if (begins.test(message) && (members.known(hex)?.term ?? 0) > 0) forget();
        return tellMember(memberOf(hex), message.slice(hex.length + 1), census);
      }
      const begun = message.startsWith('newRaft ') ? newRaft.exec(message) : null;
      if (begun !== null) return start(begun);
      const seen = message.startsWith('raft.node: ') ? leadership.exec(message) : null;
      if (seen !== null) return recognized(memberOf(seen[1] ?? ''), seen, census);
      return tellLog(message, speaker);
    },
  };
}

function started(
  { node, inc, term }: MemberState,
  match: RegExpExecArray,
  voters: readonly string[] | undefined,
): BareEvent {
  const commitIndex = raftNumber(match[4]);
  const lastLogIndex = raftNumber(match[6]);
  // A member may begin with somebody else's snapshot and nothing more: its term is yet to come.
  const isNew = term === 0 && commitIndex === lastLogIndex && lastLogIndex !== 0;
  return {
    event: 'node.started',
    node,
    inc,
    term,
    role: 'follower',
    commitIndex,
    lastLogIndex,
    ...(isNew ? {} : { lastLogTerm: raftNumber(match[7]) }),
    ...(voters === undefined ? {} : { voters }),
  };
}

function recognized(
  state: MemberState,
  [, , verb, leader = '', digits]: RegExpExecArray,
  census: CensusTaker,
): RaftWords {
  const term = raftNumber(digits);
  if (term === undefined) return 'a number too large';
  census.belongs(memberId(leader));
  if (verb === 'lost') return [];
  const { node, inc } = state;
  return [{ event: 'leader.recognized', node, inc, term, leader: memberId(leader) }];
}

/** Lines about the log name no member: they are of the one that spoke last. */
function tellLog(message: string, speaker: MemberState | undefined): RaftWords | undefined {
  if (speaker === undefined) return undefined;
  const { node, inc } = speaker;
  const cut = conflict.exec(message);
  if (cut !== null) {
    const fromIndex = raftNumber(cut[1]);
    return fromIndex === undefined
      ? 'a number too large'
      : [{ event: 'log.truncated', node, inc, fromIndex }];
  }
  if (givesUp.test(message)) {
    return [{ event: 'node.crashed', node, inc, cause: message.slice(0, 100) }];
  }
  return logChatter.some((start) => message.startsWith(start)) ? 'about the log alone' : undefined;
}
