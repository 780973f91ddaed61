import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { known } from '../known.ts';
import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';
import { nobody, peerOf, votersOf } from './peer-id.ts';

/** Follows the servers of one file, of as many groups as it has. */
export interface NodeStory {
  /** Events, or why there are none. */
  tell(group: string, server: string, words: string): readonly BareEvent[] | string;
  /** What a server saves names nobody; undefined where nothing says whose it is. */
  tellSaved(words: string): readonly BareEvent[] | undefined;
}

interface Member {
  readonly node: string;
  readonly group: string;
}

/** A candidate has asked, and the answer is not told but saved. */
interface Asked extends Member {
  readonly candidate: string;
  readonly term: number;
}

const parts = {
  n: String.raw`\d{1,20}`,
  peer: String.raw`[^\s,]{1,200}`,
  peers: String.raw`[^\s]{0,2000}`,
  log: String.raw`LogId \[index=\d{1,20}, term=\d{1,20}\]`,
  answer: 'true|false',
  kind: 'PreVote|RequestVote',
};
const starts = linePattern(parts, 'init, term=<n>, lastLogId=<log>, conf=<peers>, oldConf=');
const times = linePattern(parts, String.raw`term <n> start preVote\.`);
const runs = linePattern(parts, String.raw`start vote and grant vote self, term=<n>\.`);
const wins = linePattern(parts, 'become leader of group, term=<n>, conf=<peers>, oldConf=');
const loses = linePattern(parts, "steps down when alive nodes don't satisfy quorum, term=<n>, ");
const preVote = linePattern(
  parts,
  'received PreVoteRequest from <peer>, term=<n>, currTerm=<n>, granted=<answer>, ',
  'requestLastLogId=<log>, lastLogId=<log>',
);
const asks = linePattern(parts, 'received RequestVoteRequest from <peer>, term=<n>, currTerm=<n>');
const ignores = linePattern(parts, 'ignore <kind>Request from <peer>, term=<n>, currTerm=<n>');
const answers = linePattern(
  parts,
  'received <kind>Response from <peer>, term=<n>, granted=<answer>',
);
const saves = linePattern(parts, String.raw`path=.{1,500}, term=<n>, votedFor=<peer>, cost time=`);
const log = /index=(\d{1,20}), term=(\d{1,20})/;

/** Words that no event could hold. */
const chatter: readonly (readonly [RegExp, string])[] = [
  [/^received invalid|^(?:PreVote|RequestVote) to /, 'votes that count for nothing'],
  [/AppendEntries|conflict|napshot|^append|^stale/, 'replication'],
  [/^channel init failed|^has not connected|error/, 'connections'],
  [/[Cc]onf|peer|[Ll]earner|catch(?:es)? up|priority/, 'members'],
  [/transfer|TimeoutNow|shutdown|stop|stepDown|read index/i, 'life of the server'],
];

/** Begins with nobody known. */
export function createNodeStory(census: CensusTaker): NodeStory {
  /** By group and server: it votes for one candidate after the other. */
  const asked = new Map<string, Asked>();
  return {
    tell(group, server, words) {
      const me = { node: peerOf(server), group };
      census.speaks(me.node);
      const request = asks.exec(words);
      if (request !== null) {
        const [, candidate = '', digits] = request;
        const term = raftNumber(digits);
        census.belongs(peerOf(candidate));
        const key = `${group}/${me.node}`;
        if (term !== undefined) asked.set(key, { ...me, candidate: peerOf(candidate), term });
        return 'requests for votes';
      }
      const told = tellLife(me, words, census) ?? tellVote(me, words);
      return told ?? chatter.find(([each]) => each.test(words))?.[1] ?? 'Raft, in unknown words';
    },
    tellSaved(words) {
      const [, digits, votedFor = ''] = saves.exec(words) ?? [];
      const term = raftNumber(digits);
      const candidate = peerOf(votedFor);
      // What a candidate saves of itself looks no other than a vote for it.
      if (term === undefined || candidate === nobody || census.speakers.has(candidate)) {
        return undefined;
      }
      const whose = [...asked.values()].filter(
        (each) => each.candidate === candidate && each.term === term,
      );
      const [only] = whose;
      if (only === undefined || whose.length > 1) return undefined;
      const { node, group } = only;
      asked.delete(`${group}/${node}`);
      return [{ event: 'vote.granted', node, group, term, role: 'follower', candidate }];
    },
  };
}

function tellLife(
  me: Member,
  words: string,
  census: CensusTaker,
): readonly BareEvent[] | undefined {
  const begun = starts.exec(words);
  const held = raftNumber(begun?.[1]);
  if (held !== undefined) {
    const voters = votersOf(begun?.[3] ?? '');
    for (const voter of voters) census.belongs(voter);
    const { index: lastLogIndex, term: lastLogTerm } = lastOf(begun?.[2]);
    const found = { lastLogIndex, lastLogTerm, voters: voters.length > 0 ? voters : undefined };
    return [{ event: 'node.started', ...me, term: held, role: 'follower', ...known(found) }];
  }
  const waited = raftNumber(times.exec(words)?.[1]);
  if (waited !== undefined) {
    return [{ event: 'timer.expired', ...me, term: waited, role: 'follower', timer: 'election' }];
  }
  const before = raftNumber(runs.exec(words)?.[1]);
  if (before !== undefined) {
    // It says so before it goes on to the next term.
    const self = { ...me, term: before + 1, role: 'candidate' } as const;
    return [
      { event: 'role.changed', ...self, to: 'candidate' },
      { event: 'vote.granted', ...self, candidate: me.node },
      { event: 'election.started', ...self },
    ];
  }
  const led = raftNumber(wins.exec(words)?.[1]);
  if (led !== undefined) {
    const self = { ...me, term: led, role: 'leader' } as const;
    return [{ event: 'role.changed', ...self, to: 'leader', cause: 'won-election' }];
  }
  const lost = raftNumber(loses.exec(words)?.[1]);
  if (lost === undefined) return undefined;
  const self = { ...me, term: lost, role: 'follower' } as const;
  return [{ event: 'role.changed', ...self, to: 'follower', cause: 'quorum-lost' }];
}

function tellVote(me: Member, words: string): readonly BareEvent[] | undefined {
  const [, peer, , current, answer, theirs, mine] = preVote.exec(words) ?? [];
  if (peer !== undefined) {
    const term = raftNumber(current);
    const vote = { ...me, ...known({ term }), candidate: peerOf(peer), preVote: true } as const;
    // A vote that counts does not show these.
    if (answer === 'true') return [{ event: 'vote.granted', ...vote }];
    const theirLog = lastOf(theirs);
    const ownLog = lastOf(mine);
    const logs = {
      candidateLastLogIndex: theirLog.index,
      candidateLastLogTerm: theirLog.term,
      lastLogIndex: ownLog.index,
      lastLogTerm: ownLog.term,
    };
    return [{ event: 'vote.denied', ...vote, ...known(logs) }];
  }
  const [, asked, refused, , atTerm] = ignores.exec(words) ?? [];
  if (refused !== undefined) {
    const term = raftNumber(atTerm);
    const early = asked === 'PreVote' ? true : undefined;
    const cause = words.includes('lease is still valid') ? 'leader-alive' : undefined;
    const vote = { candidate: peerOf(refused), ...known({ term, preVote: early, cause }) };
    return [{ event: 'vote.denied', ...me, ...vote }];
  }
  const [, kind, from, , given] = answers.exec(words) ?? [];
  if (from === undefined) return undefined;
  const counted = { from: peerOf(from), granted: given === 'true' };
  const early = kind === 'PreVote' ? true : undefined;
  return [{ event: 'vote.received', ...me, ...counted, ...known({ preVote: early }) }];
}

function lastOf(text = ''): { index: number | undefined; term: number | undefined } {
  const [, index, term] = log.exec(text) ?? [];
  return { index: raftNumber(index), term: raftNumber(term) };
}
