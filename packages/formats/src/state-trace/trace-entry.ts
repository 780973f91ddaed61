import type { Role } from '@raftlens/trace';
import { type JsonFields, parseFields } from '../json-fields.ts';
import type { ReadStamp } from '../stamp.ts';

/** A server as a line shows it; what the line leaves out is undefined. */
export interface TraceEntry {
  readonly time: number;
  /** `BecomeLeader`, `SendRequestVoteResponse`, ... */
  readonly name: string;
  readonly node: string;
  readonly term: number;
  /** Whom it voted for in this term. */
  readonly vote: string | undefined;
  readonly commit: number | undefined;
  readonly role: Role | undefined;
  readonly lastLogIndex: number | undefined;
  readonly lastLogTerm: number | undefined;
  readonly snapshotIndex: number | undefined;
  readonly snapshotTerm: number | undefined;
  readonly voters: readonly string[];
  readonly votersOutgoing: readonly string[];
  readonly message: JsonFields | undefined;
  /** Several runs in one file are told apart by it. */
  readonly scenario: string | undefined;
}

const roles: Readonly<Record<string, Role>> = {
  follower: 'follower',
  precandidate: 'pre-candidate',
  candidate: 'candidate',
  leader: 'leader',
  learner: 'learner',
};

/** Reads a line; undefined where it is damaged, or without a time, a server or a term. */
export function readTraceEntry(text: string, readStamp: ReadStamp): TraceEntry | undefined {
  const line = parseFields(text);
  const event = line?.object('event');
  const state = event?.object('state');
  if (line === undefined || event === undefined || state === undefined) return undefined;
  const time = timeOf(line, readStamp);
  const name = event.text('name');
  const node = event.text('nid');
  const term = state.integer('term');
  if (time === undefined || name === undefined || !node || term === undefined) return undefined;
  const vote = state.text('vote') ?? state.text('votedFor');
  const [voters, votersOutgoing] = (event.list('conf') ?? []).map(textsOf);
  return {
    time,
    name,
    node,
    term,
    vote: vote === '0' || vote === '' ? undefined : vote,
    commit: state.integer('commit') ?? state.integer('commitIndex'),
    role: roleOf(event.text('role') ?? state.text('role')),
    lastLogIndex: event.integer('log') ?? state.integer('lastLogIndex'),
    lastLogTerm: state.integer('lastLogTerm'),
    snapshotIndex: state.integer('snapshotIndex'),
    snapshotTerm: state.integer('snapshotTerm'),
    voters: voters ?? [],
    votersOutgoing: votersOutgoing ?? [],
    message: event.object('msg'),
    scenario: line.text('scenario'),
  };
}

/** Seconds since the epoch, as zap writes them, or a date. */
function timeOf(line: JsonFields, readStamp: ReadStamp): number | undefined {
  const seconds = line.number('ts');
  if (seconds !== undefined) return Math.round(seconds * 1e6) / 1e3;
  return readStamp(line.text('ts') ?? '', 0)?.time;
}

/** `StateLeader` of etcd, `Leader` of hashicorp. */
function roleOf(name: string | undefined): Role | undefined {
  const role = name?.replace(/^State/, '').toLowerCase() ?? '';
  return Object.hasOwn(roles, role) ? roles[role] : undefined;
}

function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}
