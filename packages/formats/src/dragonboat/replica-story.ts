import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { known } from '../known.ts';
import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';

/** Who speaks in a line, of which group, and the state that it puts before its words. */
export interface Speaker {
  readonly node: string;
  readonly group: string;
  /** Absent where a line only names the server. */
  readonly state?: {
    readonly term: number;
    readonly lastLogIndex: number;
    readonly lastLogTerm: number;
    readonly commitIndex: number;
  };
  readonly words: string;
}

/** Follows the servers of one file, of as many groups as it has. */
export interface ReplicaStory {
  /** Events, or why there are none. */
  tell(speaker: Speaker): readonly BareEvent[] | string;
}

const digits = String.raw`\d{1,20}`;
const name = String.raw`\[0{0,5}(${digits}):0{0,5}(${digits})\] `;
const state = String.raw`\[f:${digits},l:(${digits}),t:(${digits}),c:(${digits}),a:${digits}\] `;
const head = new RegExp(`\\braft: (?:${state}${name}t(${digits}) |${name})(.{1,1000})$`);

const parts = {
  n: digits,
  id: `n0{0,5}(?:${digits})`,
  kind: String.raw`\w{1,40}`,
  pre: 'preVote|vote',
  flag: 'true|false',
};
const becomes = linePattern(
  { role: 'follower|candidate|leader|PreVote candidate|observer|nonVoting|witness' },
  'became <role>$',
);
const casts = linePattern(parts, 'cast <pre> from <id> index <n> term <n>, log term: <n>$');
const rejects = linePattern(
  parts,
  'rejected <pre> <id> index ?<n> term ?<n>,logterm ?<n>,',
  '(?:grant<flag>,| )utd ?<flag>$',
);
const tooEarly = linePattern(parts, 'dropped RequestVote at term <n> from <id>, leader available$');
const tooLate = linePattern(
  parts,
  String.raw`ignored RequestVote with lower term \(<n>\) from <id>$`,
);
const counts = linePattern(
  { ...parts, asked: 'RequestVoteResp|RequestPreVoteResp', no: ' rejection' },
  'received <asked><no>? from <id>$',
);
const sees = linePattern(parts, String.raw`received <kind> with higher term \(<n>\) from <id>$`);
const follows = linePattern(parts, 'become follower(?:KE)? after receiving higher term from <id>$');

/** Words that no event could hold. */
const chatter: readonly (readonly [RegExp, string])[] = [
  [/^sent Request(?:Pre)?Vote|^received \d+ votes|vote/i, 'votes that other lines tell'],
  [/with (?:higher|lower) term|term not matched/, 'messages of other terms'],
  [
    /Replicate|Heartbeat|napshot|remote|Unreachable|restore|[nN]onVoting|[oO]bserver/,
    'replication',
  ],
  [/^created|rate limit|^added bootstrap|campaign|lost quorum|Election/, 'life of the server'],
  [/dropped|[tT]ransfer|TimeoutNow|ReadIndex|[cC]onfig ?[cC]hange/, 'requests'],
];

/** Reads what stands before the words; undefined where it is not all there. */
export function readSpeaker(text: string): Speaker | undefined {
  const match = head.exec(text);
  if (match === null) return undefined;
  const [, last, lastTerm, commit, group, node, current, otherGroup, otherNode, words = ''] = match;
  if (otherGroup !== undefined && otherNode !== undefined) {
    return { group: otherGroup, node: otherNode, words };
  }
  const term = raftNumber(current);
  const lastLogIndex = raftNumber(last);
  const lastLogTerm = raftNumber(lastTerm);
  const commitIndex = raftNumber(commit);
  if (group === undefined || node === undefined || term === undefined) return undefined;
  if (lastLogIndex === undefined || lastLogTerm === undefined || commitIndex === undefined) {
    return undefined;
  }
  return { group, node, state: { term, lastLogIndex, lastLogTerm, commitIndex }, words };
}

/** What the next lines of a server are to be read with. */
interface Remembered {
  inc: number;
  /** Its first role is what it begins with. */
  starting: boolean;
  lostQuorum: boolean;
  /** The term of the message that it was seen to receive. */
  higher: number | undefined;
}

/** Begins with nobody known. */
export function createReplicaStory(census: CensusTaker): ReplicaStory {
  const memory = new Map<string, Remembered>();
  return {
    tell({ node, group, state, words }) {
      census.speaks(node);
      const key = `${group}:${node}`;
      const own = memory.get(key) ?? {
        inc: 1,
        starting: false,
        lostQuorum: false,
        higher: undefined,
      };
      if (words.startsWith('created, initial: ')) {
        if (memory.has(key)) own.inc += 1;
        own.starting = true;
      }
      memory.set(key, own);
      if (words === 'has lost quorum') own.lostQuorum = true;
      const why = (): string =>
        chatter.find(([each]) => each.test(words))?.[1] ?? 'Raft, in unknown words';
      if (state === undefined) return why();
      const me = { node, group, inc: own.inc };
      return (
        tellRole(me, state, words, own) ??
        tellTerm(me, words, own) ??
        tellVote(me, state, words, census) ??
        why()
      );
    },
  };
}

type State = Exclude<Speaker['state'], undefined>;

interface Member {
  readonly node: string;
  readonly group: string;
  readonly inc: number;
}

function tellRole(
  me: Member,
  { term, lastLogIndex, lastLogTerm, commitIndex }: State,
  words: string,
  own: Remembered,
): readonly BareEvent[] | undefined {
  const role = becomes.exec(words)?.[1];
  if (role === undefined) return undefined;
  const log = { lastLogIndex, lastLogTerm };
  if (own.starting) {
    own.starting = false;
    const to = role === 'follower' || role === 'witness' ? 'follower' : 'learner';
    return [{ event: 'node.started', ...me, term, role: to, commitIndex, ...log }];
  }
  switch (role) {
    case 'leader': {
      const self = { ...me, term, role: 'leader' } as const;
      return [{ event: 'role.changed', ...self, to: 'leader', cause: 'won-election' }];
    }
    case 'candidate': {
      const self = { ...me, term, role: 'candidate' } as const;
      return [
        { event: 'role.changed', ...self, to: 'candidate' },
        { event: 'vote.granted', ...self, candidate: me.node, ...log },
        { event: 'election.started', ...self, ...log },
      ];
    }
    case 'PreVote candidate': {
      const self = { ...me, term, role: 'pre-candidate' } as const;
      return [
        { event: 'role.changed', ...self, to: 'pre-candidate' },
        { event: 'election.started', ...self, preVote: true, ...log },
      ];
    }
    default: {
      const to = role === 'follower' || role === 'witness' ? 'follower' : 'learner';
      const cause = own.lostQuorum ? 'quorum-lost' : undefined;
      own.lostQuorum = false;
      return [{ event: 'role.changed', ...me, term, role: to, to, ...known({ cause }) }];
    }
  }
}

function tellTerm(me: Member, words: string, own: Remembered): readonly BareEvent[] | undefined {
  const seen = raftNumber(sees.exec(words)?.[2]);
  if (seen !== undefined) {
    own.higher = seen;
    return undefined;
  }
  const source = follows.exec(words)?.[1];
  const to = own.higher;
  if (source === undefined || to === undefined) return undefined;
  own.higher = undefined;
  // The line itself is still of the term before.
  const moved = { ...me, term: to, role: 'follower', to, source: nodeOf(source) } as const;
  return [{ event: 'term.changed', ...moved }];
}

function tellVote(
  me: Member,
  { term, lastLogIndex, lastLogTerm }: State,
  words: string,
  census: CensusTaker,
): readonly BareEvent[] | undefined {
  const log = { lastLogIndex, lastLogTerm };
  const [, given, to, index, , logTerm] = casts.exec(words) ?? [];
  if (to !== undefined) {
    const candidate = nodeOf(to);
    census.belongs(candidate);
    const theirs = theirLog(index, logTerm);
    const vote = { ...me, term, candidate, ...theirs, ...log, ...preVoteIf(given === 'preVote') };
    return [{ event: 'vote.granted', ...vote, role: 'follower' }];
  }
  const [, refused, from, atIndex, , atTerm, , isRecent] = rejects.exec(words) ?? [];
  if (from !== undefined) {
    const cause = isRecent === 'false' ? 'log-behind' : undefined;
    const theirs = { ...theirLog(atIndex, atTerm), ...preVoteIf(refused === 'preVote') };
    const vote = { candidate: nodeOf(from), ...theirs, ...log, ...known({ cause }) };
    return [{ event: 'vote.denied', ...me, term, ...vote }];
  }
  const early = tooEarly.exec(words)?.[2];
  const late = tooLate.exec(words)?.[2];
  const stray = early ?? late;
  if (stray !== undefined) {
    const cause = early === undefined ? 'stale-term' : 'leader-alive';
    return [{ event: 'vote.denied', ...me, term, candidate: nodeOf(stray), cause }];
  }
  const [, asked, no, voter] = counts.exec(words) ?? [];
  if (voter === undefined) return undefined;
  const vote = { from: nodeOf(voter), granted: no === undefined };
  const early2 = preVoteIf(asked === 'RequestPreVoteResp');
  return [{ event: 'vote.received', ...me, term, ...vote, ...early2 }];
}

function preVoteIf(isPreVote: boolean): { readonly preVote?: true } {
  return isPreVote ? { preVote: true } : {};
}

function theirLog(
  index: string | undefined,
  term: string | undefined,
): { readonly candidateLastLogIndex?: number; readonly candidateLastLogTerm?: number } {
  return known({
    candidateLastLogIndex: raftNumber(index),
    candidateLastLogTerm: raftNumber(term),
  });
}

/** `n00003` as it calls itself: 3. */
function nodeOf(printed: string): string {
  return printed.replace(/^n0{0,5}/, '') || '0';
}
