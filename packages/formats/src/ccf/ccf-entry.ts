import type { Role } from '@raftlens/trace';
import { fieldsOf, type JsonFields, parseFields } from '../json-fields.ts';
import type { ReadStamp } from '../stamp.ts';
import type { TraceEntry } from '../state-trace/trace-entry.ts';

const roles: Readonly<Record<string, Role>> = {
  Follower: 'follower',
  PreVoteCandidate: 'pre-candidate',
  Candidate: 'candidate',
  Leader: 'leader',
};

/** What is sent or received, by the end of the function's name. */
const messages: readonly (readonly [RegExp, string])[] = [
  [/^(?:send|recv)_request_vote_response$/, 'RequestVoteResponse'],
  [/^(?:send|recv)_request_vote$/, 'RequestVoteRequest'],
  [/^(?:send|recv)_append_entries_response$/, 'AppendEntriesResponse'],
  [/^(?:send|recv)_append_entries$|^send_authenticated$/, 'AppendEntriesRequest'],
];

/**
 * Reads a line of CCF's trace, as it is now and as it was in 2023; undefined where it is damaged.
 *
 * CCF compares logs by their last committable entry and not by their end, so that the ends of logs
 * are left out: they would seem to break the rules of votes.
 */
export function readCcfEntry(text: string, readStamp: ReadStamp): TraceEntry | undefined {
  const line = parseFields(text);
  const told = line?.object('msg');
  const state = told?.object('state');
  if (line === undefined || told === undefined || state === undefined) return undefined;
  const called = told.text('function') ?? told.object('event')?.text('function');
  const node = state.text('node_id') ?? state.text('my_node_id');
  const term = state.integer('current_view');
  const time = timeOf(line.text('h_ts') ?? line.number('h_ts')?.toString() ?? '0', readStamp);
  if (!called || !node || term === undefined || time === undefined) return undefined;
  return {
    ...{ time, node, term },
    name: nameOf(called),
    // To become a candidate it votes for itself, and does not say so.
    vote: called === 'become_candidate' ? node : undefined,
    commit: state.integer('commit_idx'),
    role: roles[state.text('leadership_state') ?? told.text('leadership') ?? ''],
    ...{ lastLogIndex: undefined, lastLogTerm: undefined },
    ...{ snapshotIndex: undefined, snapshotTerm: undefined, scenario: undefined },
    voters: votersOf(told),
    votersOutgoing: [],
    message: messageOf(called, node, told),
  };
}

/** A counter, in the traces of CCF's own tests, or a date. */
function timeOf(stamp: string, readStamp: ReadStamp): number | undefined {
  return /^\d{1,12}$/.test(stamp) ? Number(stamp) : readStamp(stamp, 0)?.time;
}

/** `become_leader` is `BecomeLeader`, as etcd's trace has it. */
function nameOf(called: string): string {
  const name = called.replace(/^recv_/, 'receive_');
  return name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The newest configuration; while there are several, a majority of each is needed. */
function votersOf(told: JsonFields): readonly string[] {
  const configurations = told.list('configurations') ?? [];
  const nodes = fieldsOf(configurations.at(-1))?.object('nodes');
  return configurations.length === 1 ? (nodes?.keys() ?? []) : [];
}

/** The packet under the names of the paper. */
function messageOf(called: string, node: string, told: JsonFields): JsonFields | undefined {
  const packet = told.object('packet') ?? told.object('paket');
  const kind = messages.find(([pattern]) => pattern.test(called))?.[1];
  if (packet === undefined || kind === undefined) return undefined;
  const peer = called.startsWith('send')
    ? (told.text('to_node_id') ?? told.text('to'))
    : (told.text('from_node_id') ?? told.text('from'));
  const preVote = packet.text('msg')?.includes('pre_vote') === true;
  const [from, to] = called.startsWith('send') ? [node, peer] : [peer, node];
  return fieldsOf({
    type: preVote ? kind.replace('RequestVote', 'RequestPreVote') : kind,
    ...{ from, to, term: packet.integer('term') },
    voteGranted: packet.flag('vote_granted'),
    ...{ prevLogIndex: packet.integer('prev_idx'), prevLogTerm: packet.integer('prev_term') },
    entries: entriesOf(packet),
    commitIndex: packet.integer('leader_commit_idx'),
    success: successOf(packet),
    matchIndex: successOf(packet) === true ? packet.integer('last_log_idx') : undefined,
  });
}

function entriesOf(packet: JsonFields): number | undefined {
  const last = packet.integer('idx');
  const before = packet.integer('prev_idx');
  return last === undefined || before === undefined ? undefined : last - before;
}

function successOf(packet: JsonFields): boolean | undefined {
  const answer = packet.text('success') ?? packet.integer('success');
  if (answer === undefined) return undefined;
  return answer === 0 || answer === 'OK';
}
