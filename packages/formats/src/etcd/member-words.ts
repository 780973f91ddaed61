import type { Role } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';
import { etcdParts } from './etcd-parts.ts';
import { memberId, memberIdOfDecimal } from './member-id.ts';
import type { MemberState } from './member-state.ts';
import { messageKind } from './message-kinds.ts';
import { tellProgress } from './progress-words.ts';
import type { RaftWords } from './raft-story.ts';
import { tellVote } from './vote-words.ts';

const became = /^became (follower|pre-candidate|candidate|leader) at term (\d{1,20})$/;
const election = /^is starting a new election at term (\d{1,20})$/;
const otherTerm = linePattern(
  { ...etcdParts, what: 'received|ignored' },
  String.raw`\[term: <n>\] <what> a <kind> message with (?:higher|lower) term from <id> `,
  String.raw`\[term: <n>\]`,
);
const transfer = /^\[term (\d{1,20})\] starts to transfer leadership to ([0-9a-f]{1,16})$/;
const toldToCampaign = /^\[term (\d{1,20})\] received MsgTimeoutNow from ([0-9a-f]{1,16})\b/;
const timeoutNow = /^sen(?:ds|t) MsgTimeoutNow to ([0-9a-f]{1,16})\b/;
const configuration = linePattern(
  etcdParts,
  String.raw`switched to configuration voters=\(<numbers>\)(?:&&\(<numbers>\))?`,
  String.raw`(?: learners=\(<numbers>\))?`,
);
const stepDown = /^stepped down to follower since quorum is not active$/;

/** Each of the votes was told by a line of its own. */
const tally = new RegExp(
  String.raw`^(?:\[q(?:uorum)?: ?\d{1,9}\] )?has received \d{1,9} ` +
    String.raw`(?:MsgP?r?e?VoteResp )?votes and \d{1,9} vote rejections$`,
);

/** Words that tell nothing which an event could hold, or which other lines tell again. */
const chatter: readonly (readonly [RegExp, string])[] = [
  [/^no leader at term \d|not forwarding to leader|dropping (?:index|prop)/, 'a request dropped'],
  [/transferring leadership|transfer leadership/, 'about a transfer'],
  [/^ignoring MsgHup|can(?:not| not) campaign|is unpromotable/, 'no campaign'],
  [/^\[term:? \d{1,20}[^\]]{0,40}\] ignored |^stepped empty MsgProp/, 'a message ignored'],
  [/^forgetting leader /, 'a leader that it forgets'],
  [/^no progress available for |since it is not recently active$/, 'about sending'],
  [/snapshot is temporarily unavailable$/, 'about sending'],
  [/^A tick missed to fire|should never happen/, 'a complaint of its own'],
  [/^paused sending|^resumed sending|recovered from needing snapshot/, 'about sending'],
  [/^ignoring conf change|^conf change|initiating automatic transition/, 'about membership'],
  [/lease is not expired|ReadIndex|read index/, 'about reads'],
  [/^reset election elapsed |fortif|store liveness/i, 'about the lease of a leader'],
  [/A tick missed to fire/, 'a tick missed'],
  [/MsgTimeoutNow|MsgTransferLeader|^forgetting leader|starts to transfer/, 'about a transfer'],
  [/^\[commit: |napshot|^restored progress/, 'about snapshots'],
  [/^propose conf|addLearner|^no progress available/, 'about membership'],
  [/^appending new entries|^is sending append|^stepped empty|^state\.commit/, 'a request dropped'],
];

/** What a member says before the line that it starts. */
const asItStarts: readonly string[] = ['switched to ', 'became ', 'reset election '];

/** Reads what follows a member's id; undefined for unknown words. */
export function tellMember(
  state: MemberState,
  words: string,
  census: CensusTaker,
): RaftWords | undefined {
  const told = tellWords(state, words, census);
  if (!asItStarts.some((begin) => words.startsWith(begin))) state.heard = true;
  if (typeof told === 'object') for (const event of told) learnTerm(state, event);
  return told;
}

/** Each line shows the member's own term: the one that told of the change may be lost. */
function learnTerm(state: MemberState, { term, role }: BareEvent): void {
  if (term === undefined || term <= (state.term ?? -1)) return;
  state.term = term;
  state.role = role;
}

function tellWords(state: MemberState, words: string, census: CensusTaker): RaftWords | undefined {
  const begins = state.configured;
  state.configured = false;
  if (words.startsWith('became ')) {
    const [, role, digits] = became.exec(words) ?? [];
    const term = raftNumber(digits);
    if (term !== undefined) {
      // newRaft says so after its configuration and before it names itself.
      const again = state.started || state.heard;
      if (begins && role === 'follower' && again && !state.restarting) {
        state.restarting = true;
        state.inc += 1;
        state.role = undefined;
      }
      // A first line may be the one before `newRaft`, as versions without a configuration write it.
      state.heard ||= state.role !== undefined || role !== 'follower';
      return change(state, role as Role, term);
    }
  }
  if (words.includes('has received ') && tally.test(words)) return '';
  const voting = tellVote(state, words, census);
  if (voting !== undefined) return voting;
  if (words.startsWith('switched to ')) return configure(state, words, census);
  if (words.startsWith('stepped ') && stepDown.test(words))
    return [roleChanged(state, 'follower', 'quorum-lost')];
  const fired = words.startsWith('is ') ? raftNumber(election.exec(words)?.[1]) : undefined;
  if (fired !== undefined) {
    return [{ event: 'timer.expired', ...self(state), term: fired, timer: 'election' }];
  }
  return (
    tellMessage(state, words) ??
    tellProgress(state, words) ??
    chatter.find(([pattern]) => pattern.test(words))?.[1]
  );
}

function self({ node, inc }: MemberState): { readonly node: string; readonly inc: number } {
  return { node, inc };
}

/** `became follower` also tells that the term moved, of a member that stays follower. */
function change(state: MemberState, role: Role, term: number): RaftWords {
  const { role: roleBefore, term: termBefore } = state;
  state.role = role;
  state.term = term;
  if (role === 'follower' && roleBefore === 'follower' && termBefore !== undefined) {
    if (term === termBefore) return [];
    if (term > termBefore) {
      const moved = { event: 'term.changed', ...self(state), term, role } as const;
      return [{ ...moved, from: termBefore, to: term }];
    }
  }
  const changed = roleChanged(state, role);
  if (role !== 'candidate') return [changed];
  // A candidate votes for itself, whether it goes on to say so or not.
  return [changed, { event: 'vote.granted', ...self(state), term, role, candidate: state.node }];
}

function roleChanged(state: MemberState, to: Role, cause?: string): BareEvent {
  const { term } = state;
  state.role = to;
  return {
    event: 'role.changed',
    ...self(state),
    ...(term === undefined ? {} : { term }),
    role: to,
    to,
    ...(cause === undefined ? {} : { cause }),
  };
}

function configure(state: MemberState, words: string, census: CensusTaker): RaftWords | undefined {
  const match = configuration.exec(words);
  if (match === null) return undefined;
  const lists = match.slice(1).map((list) => (list ?? '').split(' ').filter((id) => id !== ''));
  const idOf = isHexadecimal(lists.flat(), census) ? memberId : memberIdOfDecimal;
  const [voters = [], votersOutgoing = [], learners = []] = lists.map((list) => list.map(idOf));
  for (const id of [...voters, ...learners]) census.belongs(id);
  state.configured = true;
  return [
    {
      event: 'config.applied',
      ...self(state),
      voters,
      ...(votersOutgoing.length === 0 ? {} : { votersOutgoing }),
      ...(learners.length === 0 ? {} : { learners }),
    },
  ];
}

/** Up to 3.6 a configuration has its ids in decimal, from 3.7 on as all other lines have them. */
function isHexadecimal(ids: readonly string[], { speakers }: CensusTaker): boolean {
  return ids.some((id) => /[a-f]/.test(id) || speakers.has(memberId(id)));
}

function tellMessage(state: MemberState, words: string): RaftWords | undefined {
  const { node } = state;
  const stray = otherTerm.exec(words);
  if (stray !== null) {
    const [, own, , kind = '', from = '', other] = stray;
    const term = raftNumber(own);
    const rpcTerm = raftNumber(other);
    if (term === undefined || rpcTerm === undefined) return 'a number too large';
    const ends = { kind: messageKind(kind), from: memberId(from), to: node };
    return [{ event: 'message.received', ...self(state), term, ...ends, rpcTerm }];
  }
  const [, handed, target] = transfer.exec(words) ?? [];
  if (target !== undefined) {
    return [
      {
        event: 'transfer.started',
        ...self(state),
        term: raftNumber(handed),
        role: 'leader',
        target: memberId(target),
      },
    ];
  }
  const to = timeoutNow.exec(words)?.[1];
  if (to !== undefined) {
    const ends = { kind: 'TimeoutNow', from: node, to: memberId(to) } as const;
    return [{ event: 'message.sent', ...self(state), ...ends }];
  }
  const [, told, from] = toldToCampaign.exec(words) ?? [];
  if (from === undefined) return undefined;
  const ends = { kind: 'TimeoutNow', from: memberId(from), to: node } as const;
  return [{ event: 'message.received', ...self(state), term: raftNumber(told), ...ends }];
}
