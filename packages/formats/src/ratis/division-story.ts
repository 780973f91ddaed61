import type { Role } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { known } from '../known.ts';
import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';

/** A server of a group, which Ratis calls a division. */
export interface Division {
  readonly node: string;
  readonly group: string;
}

/** Follows the servers of one file, of as many groups as it has. */
export interface DivisionStory {
  /** Events, or why there are none; `part` of the server speaks, such as `-LeaderElection1`. */
  tell(division: Division, part: string, words: string): readonly BareEvent[] | string;
}

interface Configuration {
  readonly voters?: readonly string[];
  readonly learners?: readonly string[];
}

/** What the next line of a division is to be read with. */
interface Remembered {
  configuration: Configuration;
  /** The end of the log of who asked for a vote last, by candidate. */
  asked: { readonly candidate: string; readonly index: number; readonly term: number } | undefined;
  /** Why a candidate is refused, which is told before the reply. */
  refused: { readonly candidate: string; readonly cause: string | undefined } | undefined;
}

const parts = {
  n: String.raw`\d{1,19}`,
  id: String.raw`[^\s@,:<>()]{1,100}`,
  role: 'null|FOLLOWER|CANDIDATE|LEADER|LISTENER',
  phase: 'PRE_VOTE|ELECTION',
  why: String.raw`[\w:.-]{1,100}`,
};
const edge = linePattern(parts, 'changes role from {1,8}<role> to <role> at term <n> for <why>');
const leader = linePattern(parts, 'change Leader from <id> to <id> at term <n> for <why>');
const submits = linePattern(parts, '<phase> round <n>: submit vote requests at term <n> for ');
/** Before there were pre-votes. */
const begins = linePattern(parts, 'begin an election at term <n> for ');
const asks = linePattern(
  parts,
  String.raw`receive requestVote\(<phase>, <id>, group-\w{1,20}, <n>, \(t:<n>, i:<n>\)\)`,
);
const replies = linePattern(
  { ...parts, answer: 'OK|FAIL' },
  String.raw`replies to (?:<phase> )?vote request: <id><-[^#\s]{1,100}#\d{1,19}:<answer>-t<n>\. `,
  String.raw`Peer's state: \S{1,200}:t\d{1,19}, leader=<id>, voted=([^\s,]{0,100}), `,
);
const refuses = linePattern(parts, 'reject <phase> from <id>: ');
const refusals: readonly (readonly [RegExp, string])[] = [
  [/already has voted/, 'already-voted'],
  [/\bleader(?:ship)?\b/, 'leader-alive'],
  [/last entry|last log/, 'log-behind'],
];
const end = /:last\(t:(\d{1,19}), i:(\d{1,19})\)/;
const peers = /cur=peers:\[([^[\]]{0,4000})\](?:\|listeners:\[([^[\]]{0,4000})\])?/;
const peerName = /(?:^|, )([^\s|,]{1,100})\|/g;

const roles: Readonly<Record<string, Role>> = {
  FOLLOWER: 'follower',
  // Before the votes of the term are asked for, which a line of its own tells.
  CANDIDATE: 'pre-candidate',
  LEADER: 'leader',
  LISTENER: 'learner',
};

const causes: readonly (readonly [string, string])[] = [
  ['LOST_MAJORITY', 'quorum-lost'],
  ['HIGHER_TERM', 'higher-term'],
  ['changeToLeader', 'won-election'],
];

/** Words that no event could hold. */
const chatter: readonly (readonly [RegExp, string])[] = [
  [/appendEntries|nextIndex|matchIndex|INCONSISTENCY|commitIndex/i, 'replication'],
  [/segment|cache|flush|snapshot|storage|purge|log file|Worker/i, 'the log on disk'],
  [
    /^(?:start|shutdown|close|add|new|found|Successfully started)|interrupted/i,
    'life of the server',
  ],
  [/[cC]onf|PENDING|ListeningAddress|peers?\b/, 'members'],
  [/PRE_VOTE|ELECTION|vote/, 'votes that other lines tell'],
  [/transfer|lease|election|leadership|leader/i, 'leadership that other lines tell'],
];

/** Begins with nobody known. */
export function createDivisionStory(census: CensusTaker): DivisionStory {
  const memory = new Map<string, Remembered>();
  const remembered = ({ node, group }: Division): Remembered => {
    const key = `${node}@${group}`;
    const found = memory.get(key) ?? {
      configuration: {},
      asked: undefined,
      refused: undefined,
    };
    memory.set(key, found);
    return found;
  };
  return {
    tell(division, part, words) {
      census.speaks(division.node);
      const state = remembered(division);
      if (part === '') {
        const configuration = configurationOf(words);
        if (configuration !== undefined) {
          for (const voter of configuration.voters ?? []) census.belongs(voter);
          state.configuration = configuration;
        }
        const told = tellRole(division, words, state) ?? tellVote(division, words, state);
        if (told !== undefined) return told;
      } else {
        const told = tellElection(division, words);
        if (told !== undefined) return told;
        const candidate = refuses.exec(words)?.[2];
        const cause = refusals.find(([each]) => each.test(words))?.[1];
        if (candidate !== undefined) state.refused = { candidate, cause };
      }
      if (part === '-FollowerState' && words.startsWith('change to CANDIDATE')) {
        return [{ event: 'timer.expired', ...division, timer: 'election' }];
      }
      const about = chatter.find(([each]) => each.test(words) || each.test(part));
      return about?.[1] ?? 'Raft, in unknown words';
    },
  };
}

function tellRole(
  me: Division,
  words: string,
  { configuration }: Remembered,
): readonly BareEvent[] | undefined {
  const [, before = '', after = '', digits, why = ''] = edge.exec(words) ?? [];
  const term = raftNumber(digits);
  const to = roles[after];
  if (term !== undefined && to !== undefined) {
    const self = { ...me, term, role: to };
    if (before === 'null') return [{ event: 'node.started', ...self, ...configuration }];
    if (before === after) return [];
    const cause = causes.find(([name]) => why.includes(name))?.[1];
    // Who is no candidate any more may have been one, or may only have asked whether to be one.
    const from = before === 'CANDIDATE' ? undefined : roles[before];
    return [{ event: 'role.changed', ...self, ...known({ from }), to, ...known({ cause }) }];
  }
  const [, , followed, seenAt, seenBy] = leader.exec(words) ?? [];
  const at = raftNumber(seenAt);
  if (at === undefined || followed === undefined) return undefined;
  if (followed !== 'null') {
    return [{ event: 'leader.recognized', ...me, term: at, leader: followed }];
  }
  if (seenBy !== 'updateCurrentTerm') return [];
  return [{ event: 'term.changed', ...me, term: at, role: 'follower', to: at }];
}

function tellElection(me: Division, words: string): readonly BareEvent[] | undefined {
  const [, phase, , digits] = submits.exec(words) ?? [];
  const term = raftNumber(digits ?? begins.exec(words)?.[1]);
  if (term === undefined) return undefined;
  if (phase === 'PRE_VOTE') {
    const self = { ...me, term, role: 'pre-candidate' } as const;
    return [{ event: 'election.started', ...self, preVote: true }];
  }
  const self = { ...me, term, role: 'candidate' } as const;
  return [
    { event: 'role.changed', ...self, to: 'candidate' },
    { event: 'vote.granted', ...self, candidate: me.node },
    { event: 'election.started', ...self },
  ];
}

function tellVote(
  me: Division,
  words: string,
  state: Remembered,
): readonly BareEvent[] | string | undefined {
  const [, , asking, , lastTerm, last] = asks.exec(words) ?? [];
  if (asking !== undefined) {
    const term = raftNumber(lastTerm);
    const index = raftNumber(last);
    const isKnown = term !== undefined && index !== undefined;
    state.asked = isKnown ? { candidate: asking, term, index } : undefined;
    return 'requests for votes';
  }
  const [, phase, candidate, answer, digits, , voted] = replies.exec(words) ?? [];
  const term = raftNumber(digits);
  if (term === undefined || candidate === undefined) return undefined;
  const preVote = phase === 'PRE_VOTE' ? true : undefined;
  const vote = {
    ...me,
    term,
    candidate,
    ...known({ preVote }),
    ...logsOf(words, state, candidate),
  };
  if (answer === 'FAIL') {
    const cause = state.refused?.candidate === candidate ? state.refused.cause : undefined;
    return [{ event: 'vote.denied', ...vote, ...known({ cause }) }];
  }
  // The server says itself whom it has voted for: a reply that says otherwise is of another time.
  if (preVote === undefined && voted !== candidate) return 'a vote that its own line contradicts';
  return [{ event: 'vote.granted', ...vote, role: 'follower' }];
}

function logsOf(
  words: string,
  { asked }: Remembered,
  candidate: string,
): Pick<
  BareEvent & { event: 'vote.granted' },
  'candidateLastLogIndex' | 'candidateLastLogTerm' | 'lastLogIndex' | 'lastLogTerm'
> {
  const [, ownTerm, ownIndex] = end.exec(words) ?? [];
  const theirs = asked?.candidate === candidate ? asked : undefined;
  return known({
    candidateLastLogIndex: theirs?.index,
    candidateLastLogTerm: theirs?.term,
    lastLogIndex: raftNumber(ownIndex),
    lastLogTerm: raftNumber(ownTerm),
  });
}

function configurationOf(words: string): Configuration | undefined {
  if (!words.startsWith('start as a ') && !words.startsWith('set configuration')) return undefined;
  const [whole, voting = '', listening = ''] = peers.exec(words) ?? [];
  if (whole === undefined) return undefined;
  const learners = namesIn(listening);
  return { voters: namesIn(voting), ...(learners.length === 0 ? {} : { learners }) };
}

function namesIn(list: string): readonly string[] {
  return [...list.matchAll(peerName)].map(([, name = '']) => name);
}
