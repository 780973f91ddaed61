import type { BareEvent } from '../bare-event.ts';
import { type CensusTaker, createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { known } from '../known.ts';
import { linePattern } from '../line-pattern.ts';
import { createLineReader } from '../line-reader.ts';
import { raftNumber } from '../raft-number.ts';
import { createStampReader, type ReadStamp } from '../stamp.ts';

const mark = 'RaftConsensus.cc:';
const head = linePattern(
  {
    // Seconds up to 2014, then a date and a time.
    time: String.raw`\d{9,11}\.\d{6}|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}`,
    level: 'ERROR|WARNING|NOTICE|VERBOSE',
    id: '\\d{1,20}',
  },
  String.raw`<time> (?:\w{1,20}\/){0,3}RaftConsensus\.cc:\d{1,6} in \w{1,60}\(\) `,
  String.raw`<level>\[<id>(?::[^\]]{0,100})?\]: `,
);
const level = 'default';
const verbose = 'logPolicy = VERBOSE';

const capabilities: readonly Capability[] = [
  { event: 'election.started', fields: ['term', 'role'], level },
  { event: 'role.changed', fields: ['term', 'role', 'cause'], level },
  { event: 'vote.granted', fields: ['term', 'role'], level },
  { event: 'vote.received', fields: ['rpcTerm'], level },
  { event: 'term.changed', fields: ['term', 'role'], level },
  { event: 'leader.recognized', fields: ['term'], level },
  { event: 'log.truncated', fields: [], level },
  { event: 'commit.advanced', fields: [], level: verbose },
];

/** LogCabin, the implementation that came with the thesis. */
export const logcabinFormat: Format = {
  id: 'logcabin',
  title: 'LogCabin',
  capabilities,
  filter: { anyOf: [mark], why: 'not of Raft' },
  detect: (sample) => (sample.some((line) => head.test(line)) ? 0.95 : 0),
  open(file) {
    const census = createCensus();
    const levels = new Set<string>();
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        if (!text.includes(mark)) return { kind: 'ignored', why: 'not of Raft' };
        const match = head.exec(text);
        if (match === null) return { kind: 'broken', why: 'no time, level or server' };
        const [whole, stamp = '', name, node = ''] = match;
        if (name === 'VERBOSE') levels.add(verbose);
        census.speaks(node);
        const events = tellWords(node, text.slice(whole.length), census);
        if (events === undefined) {
          const isKnown = chatter.test(text.slice(whole.length));
          return {
            kind: 'ignored',
            why: isKnown ? 'peers and requests' : 'Raft, in unknown words',
          };
        }
        return { kind: 'events', time: timeOf(stamp, readStamp), events };
      },
      census,
      levels,
    });
  },
};

function timeOf(stamp: string, readStamp: ReadStamp): number | undefined {
  const seconds = stamp.includes('-') ? undefined : Number(stamp);
  if (seconds === undefined) return readStamp(stamp, 0)?.time;
  return Math.round(seconds * 1e6) / 1e3;
}

const voting = /^Voting for (\d{1,20}) in term (\d{1,20})\b/;
const hail = /^All hail leader (\d{1,20}) for term (\d{1,20})\b/;
const running = /^Running for election in term (\d{1,20})\b/;
const leads = /^Now leader for term (\d{1,20})\b/;
const counted = /^(Got vote from|Vote denied by) server (\d{1,20}) for term (\d{1,20})\b/;
const cut = /^Truncating (\d{1,20}) entries after (\d{1,20}) from the log\b/;
/** Told whenever something of it has changed, which other lines tell of too but for the term. */
const state =
  /^server=\d{1,20}, term=(\d{1,20}), state=(FOLLOWER|CANDIDATE|LEADER), leader=\d{1,20}, vote=\d/;
const chatter =
  /^(?:Flagging peer|Starting peer thread|Peer thread for|RPC to server|Received \w{4,20} re)/;
const commit = /^New commitIndex: (\d{1,20})$/;

function tellWords(
  node: string,
  words: string,
  census: CensusTaker,
): readonly BareEvent[] | undefined {
  const [, candidate, votedIn] = voting.exec(words) ?? [];
  if (candidate !== undefined) {
    census.belongs(candidate);
    return [{ event: 'vote.granted', node, ...known({ term: raftNumber(votedIn) }), candidate }];
  }
  const [, leader, hailedIn] = hail.exec(words) ?? [];
  if (leader !== undefined) {
    census.belongs(leader);
    return [{ event: 'leader.recognized', node, ...known({ term: raftNumber(hailedIn) }), leader }];
  }
  const term = raftNumber(running.exec(words)?.[1]);
  if (term !== undefined) {
    const me = { node, term, role: 'candidate' } as const;
    return [
      { event: 'role.changed', ...me, to: 'candidate' },
      // startNewElection votes for itself, and does not say so.
      { event: 'vote.granted', ...me, candidate: node },
      { event: 'election.started', ...me },
    ];
  }
  const led = raftNumber(leads.exec(words)?.[1]);
  if (led !== undefined) {
    const me = { node, term: led, role: 'leader' } as const;
    return [{ event: 'role.changed', ...me, to: 'leader', cause: 'won-election' }];
  }
  const [, answer, from, askedIn] = counted.exec(words) ?? [];
  if (from !== undefined) {
    const granted = answer === 'Got vote from';
    const rpcTerm = raftNumber(askedIn);
    return [{ event: 'vote.received', node, from, granted, ...known({ rpcTerm }) }];
  }
  return tellTerm(node, words) ?? tellLog(node, words);
}

/** A follower's term, which no other line tells where it is another server that raised it. */
function tellTerm(node: string, words: string): readonly BareEvent[] | undefined {
  const [, printed, role] = state.exec(words) ?? [];
  const term = raftNumber(printed);
  if (term === undefined) return undefined;
  return role === 'FOLLOWER'
    ? [{ event: 'term.changed', node, term, role: 'follower', to: term }]
    : [];
}

function tellLog(node: string, words: string): readonly BareEvent[] | undefined {
  const kept = raftNumber(cut.exec(words)?.[2]);
  if (kept !== undefined) return [{ event: 'log.truncated', node, fromIndex: kept + 1 }];
  const to = raftNumber(commit.exec(words)?.[1]);
  return to === undefined ? undefined : [{ event: 'commit.advanced', node, to }];
}
