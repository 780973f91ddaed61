import type { Role } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { known } from '../known.ts';
import { linePattern } from '../line-pattern.ts';
import { raftNumber } from '../raft-number.ts';
import type { TikvLine } from './tikv-line.ts';

/** Follows the peers of one TiKV. */
export interface RegionStory {
  /** Undefined for unknown words; no events where other lines tell it. */
  tell(line: TikvLine): readonly BareEvent[] | undefined;
}

interface Peer {
  readonly node: string;
  readonly group: string | undefined;
  inc: number;
  started: boolean;
  role: Role | undefined;
  term: number | undefined;
  /** The election that was told last: up to 4.0, each request has a line. */
  campaign: string | undefined;
}

/** A process has regions by the ten thousand; what is beyond is read line by line. */
const mostPeers = 100_000;

const parts = { n: String.raw`\d{1,20}`, verb: 'cast vote for|rejected vote from' };
const became = /^became (follower|pre-candidate|candidate|leader) at term (\d{1,20})$/;
const vote = linePattern(
  parts,
  String.raw`\[logterm: <n>, index: <n>, vote: \d{1,20}\] <verb> <n> `,
  String.raw`\[logterm: <n>, index: <n>\] at term <n>$`,
);
const higher = /^received a message with higher term from (\d{1,20})$/;
const voters = linePattern(
  { ids: String.raw`[\d, ]{0,2000}` },
  String.raw`(?:Configuration \{ voters: )?`,
  String.raw`Configuration \{ (?:incoming: Configuration \{ )?voters: \{<ids>\}`,
  String.raw`(?: \}, outgoing: Configuration \{ voters: \{<ids>\}`,
  String.raw`(?: \} \}, learners: \{<ids>\})?)?`,
);

/** Words that other lines tell again, or that no event could hold. */
const folded: readonly string[] = [
  'starting a new election',
  'ignored a message with lower term from',
  'ignoring message',
  'ignoring MsgHup',
];
/** What no event could hold, or what other lines tell again. */
const chatter: readonly RegExp[] = [
  /received message from|^(?:Sending from|failed to send message|paused sending|decreased) /,
  /napshot|^(?:fast-forwarded|received msgAppend rejection|rejected msgApp)/,
  /transfer|MsgTimeoutNow|^stepped down|^reset election timeout|^cannot campaign/,
  /conf ?change|^adding node|^replicating SetNodes|^propose conf|^initiating automatic|^joining/i,
  /^no leader|^drop|^check group|^entries are dropped|^got message with lower|read index|^invalid/,
  /^no progress available|^leader's persisted|^ignoring |^persisted index/,
  /^\d{1,20} \[log_term: .{1,200}\] rejected MsgRequestPreVote from |fast-forwarded commit to vote/,
];
const sent = /^\[logterm: (\d{1,20}), index: (\d{1,20})\] sent request to (\d{1,20})$/;
const answered = /^received( rejection)? from (\d{1,20})$/;
const conflict = /^found conflict at index (\d{1,20})$/;
const committing = /^committing index (\d{1,20})$/;

/** Begins with no peer known. */
export function createRegionStory(census: CensusTaker): RegionStory {
  const peers = new Map<string, Peer>();
  /** Where lines name regions, one that names none is cut. */
  let grouped = false;

  const peerOf = (fields: ReadonlyMap<string, string>): Peer => {
    const node = fields.get('raft_id') ?? '';
    const group = fields.get('region_id');
    const key = `${group}/${node}`;
    let peer = peers.get(key);
    if (peer === undefined) {
      peer = {
        node,
        group,
        inc: 1,
        started: false,
        role: undefined,
        term: undefined,
        campaign: undefined,
      };
      if (peers.size < mostPeers) peers.set(key, peer);
      census.speaks(node);
    }
    return peer;
  };

  return {
    tell(line) {
      const { message, fields } = line;
      grouped ||= fields.has('region_id');
      if (grouped && !fields.has('region_id')) return undefined;
      const peer = peerOf(fields);
      const [, role, digits] = became.exec(message) ?? [];
      const term = raftNumber(digits);
      if (term !== undefined) return change(peer, role as Role, term);
      if (message === 'newRaft') return start(peer, fields, census);
      if (message === 'switched to configuration') return configure(peer, fields, census);
      if (message === 'broadcasting vote request') return campaign(peer, fields);
      if (message === 'received votes response') return count(peer, fields, census);
      const from = higher.exec(message)?.[1];
      if (from !== undefined) return hear(peer, fields, from);
      if (folded.some((start) => message.startsWith(start))) return [];
      // A voter that hears of a leader answers nothing.
      if (message.includes('] ignored vote from ')) return [];
      return (
        ask(peer, message, fields, census) ??
        commit(peer, message) ??
        cast(peer, message, fields) ??
        (chatter.some((pattern) => pattern.test(message)) ? [] : undefined)
      );
    },
  };
}

function self({ node, group, inc }: Peer): {
  readonly node: string;
  readonly group?: string;
  readonly inc: number;
} {
  return { node, ...(group === undefined ? {} : { group }), inc };
}

function start(
  peer: Peer,
  fields: ReadonlyMap<string, string>,
  census: CensusTaker,
): readonly BareEvent[] {
  if (peer.started) peer.inc += 1;
  peer.started = true;
  peer.role = 'follower';
  peer.term = raftNumber(fields.get('term'));
  const [of] = votersOf(fields.get('peers'), census) ?? [];
  const found = {
    term: peer.term,
    commitIndex: raftNumber(fields.get('commit')),
    lastLogIndex: raftNumber(fields.get('last index')),
    lastLogTerm: raftNumber(fields.get('last term')),
    voters: of,
  };
  return [{ event: 'node.started', ...self(peer), role: 'follower', ...known(found) }];
}

function change(peer: Peer, to: Role, term: number): readonly BareEvent[] {
  const { role: from, term: before } = peer;
  peer.role = to;
  peer.term = term;
  const me = { ...self(peer), term, role: to };
  if (to === 'follower' && from === 'follower' && before !== undefined) {
    return term > before ? [{ event: 'term.changed', ...me, from: before, to: term }] : [];
  }
  const cause = to === 'leader' ? 'won-election' : undefined;
  const changed: BareEvent = { event: 'role.changed', ...me, to, ...known({ from, cause }) };
  // A candidate votes for itself, and does not say so.
  if (to !== 'candidate') return [changed];
  return [changed, { event: 'vote.granted', ...me, candidate: peer.node }];
}

function campaign(
  peer: Peer,
  fields: ReadonlyMap<string, string>,
): readonly BareEvent[] | undefined {
  const term = raftNumber(fields.get('term'));
  if (term === undefined) return undefined;
  const preVote = fields.get('type') === 'MsgRequestPreVote';
  const started = {
    event: 'election.started',
    ...self(peer),
    term,
    role: preVote ? 'pre-candidate' : 'candidate',
  } as const;
  const log = {
    lastLogIndex: raftNumber(fields.get('log_index')),
    lastLogTerm: raftNumber(fields.get('log_term')),
  };
  return [{ ...started, ...known(log), ...(preVote ? { preVote } : {}) }];
}

function count(
  peer: Peer,
  fields: ReadonlyMap<string, string>,
  census: CensusTaker,
): readonly BareEvent[] | undefined {
  const from = fields.get('from');
  const answer = fields.get('vote');
  const term = raftNumber(fields.get('term'));
  if (from === undefined || term === undefined || !/^(?:true|false)$/.test(answer ?? '')) {
    return undefined;
  }
  census.belongs(from);
  const granted = answer === 'true';
  const preVote = fields.get('type') === 'MsgRequestPreVoteResponse';
  const more = { votes: raftNumber(fields.get('approvals')), rpcTerm: granted ? term : undefined };
  const received = { event: 'vote.received', ...self(peer), term, from, granted } as const;
  return [{ ...received, ...(preVote ? { preVote } : {}), ...known(more) }];
}

function hear(
  peer: Peer,
  fields: ReadonlyMap<string, string>,
  from: string,
): readonly BareEvent[] | undefined {
  const rpcTerm = raftNumber(fields.get('message_term'));
  if (rpcTerm === undefined) return undefined;
  const kinds = {
    MsgRequestVote: 'RequestVote',
    MsgRequestVoteResponse: 'RequestVoteResponse',
    MsgAppend: 'AppendEntries',
    MsgHeartbeat: 'AppendEntries',
    MsgAppendResponse: 'AppendEntriesResponse',
    MsgHeartbeatResponse: 'AppendEntriesResponse',
  } as const;
  const type = fields.get('msg type') ?? '';
  const kind = Object.entries(kinds).find(([name]) => name === type)?.[1] ?? 'Other';
  const heard = { event: 'message.received', ...self(peer), kind, from, to: peer.node } as const;
  return [{ ...heard, rpcTerm, ...known({ term: raftNumber(fields.get('term')) }) }];
}

/** Votes asked for and answered, as 3.0 and 4.0 say it, and a conflict found in the log. */
function ask(
  peer: Peer,
  message: string,
  fields: ReadonlyMap<string, string>,
  census: CensusTaker,
): readonly BareEvent[] | undefined {
  if (sent.test(message)) {
    const [term, type = ''] = [fields.get('term'), fields.get('msg')];
    const election = `${term} ${type}`;
    if (!/^\d{1,20} MsgRequest(?:Pre)?Vote$/.test(election) || peer.campaign === election)
      return [];
    peer.campaign = election;
    return campaign(peer, new Map([...fields, ['type', type]]));
  }
  const [, rejection, from] = answered.exec(message) ?? [];
  if (from !== undefined) {
    const vote = String(rejection === undefined);
    const type = fields.get('msg type') ?? '';
    return count(
      peer,
      new Map([...fields, ['from', from], ['vote', vote], ['type', type]]),
      census,
    );
  }
  const fromIndex = raftNumber(conflict.exec(message)?.[1]);
  if (fromIndex === undefined) return undefined;
  return [{ event: 'log.truncated', ...self(peer), fromIndex }];
}

function commit(peer: Peer, message: string): readonly BareEvent[] | undefined {
  const to = raftNumber(committing.exec(message)?.[1]);
  return to === undefined ? undefined : [{ event: 'commit.advanced', ...self(peer), to }];
}

/** A pre-vote is told in the same words: which it is, only the type of the message says. */
function cast(
  peer: Peer,
  message: string,
  fields: ReadonlyMap<string, string>,
): readonly BareEvent[] | undefined {
  const match = vote.exec(message);
  const type = fields.get('msg type');
  if (match === null || type === undefined) return undefined;
  const [, , , verb = '', candidate = ''] = match;
  const [lastLogTerm, lastLogIndex] = match.slice(1, 3).map(raftNumber);
  const [candidateLastLogTerm, candidateLastLogIndex, term] = match.slice(5, 8).map(raftNumber);
  if (term === undefined) return undefined;
  const preVote = type === 'MsgRequestPreVote';
  const logs = { lastLogTerm, lastLogIndex, candidateLastLogTerm, candidateLastLogIndex };
  const answer = {
    ...self(peer),
    term,
    candidate,
    ...(preVote ? { preVote } : {}),
    ...known(logs),
  };
  return [{ event: verb.startsWith('cast') ? 'vote.granted' : 'vote.denied', ...answer }];
}

function configure(
  peer: Peer,
  fields: ReadonlyMap<string, string>,
  census: CensusTaker,
): readonly BareEvent[] {
  const [incoming, outgoing = [], learners = []] = votersOf(fields.get('config'), census) ?? [];
  if (incoming === undefined || incoming.length === 0) return [];
  return [
    {
      event: 'config.applied',
      ...self(peer),
      voters: incoming,
      ...(outgoing.length === 0 ? {} : { votersOutgoing: outgoing }),
      ...(learners.length === 0 ? {} : { learners }),
    },
  ];
}

function votersOf(
  text: string | undefined,
  census: CensusTaker,
): readonly (readonly string[])[] | undefined {
  const match = voters.exec(text ?? '');
  if (match === null) return undefined;
  const lists = match.slice(1).map((list) => (list ?? '').match(/\d{1,20}/g) ?? []);
  for (const id of lists.flat()) census.belongs(id);
  return lists;
}
