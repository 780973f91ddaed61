import type { Role } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { unnamed } from '../line-reader.ts';
import { raftNumber } from '../raft-number.ts';
import type { AddressBook } from './address-book.ts';
import type { HclogEntry } from './hclog-entry.ts';
import { tellLog } from './log-words.ts';
import { modernEntry } from './modern-entry.ts';
import { ownAddressIn } from './own-address.ts';
import type { ServerState } from './server-state.ts';
import { tellVote } from './vote-words.ts';

/** What a reader of hashicorp/raft's words has at hand. */
export interface RaftContext {
  readonly state: ServerState;
  readonly book: AddressBook;
  readonly census: CensusTaker;
}

/** Events (none where other lines tell it), or why there are none. */
export type RaftWords = readonly BareEvent[] | string;

/** Lines of replication and of housekeeping, by how they begin; of no interest to any rule. */
const chatter: readonly (readonly [string, string])[] = [
  ['added peer', 'replication'],
  ['removed peer', 'replication'],
  ['aborting pipeline', 'replication'],
  ['peer has newer term', 'replication'],
  ['failed to contact', 'a peer cannot be reached'],
  ['failed to heartbeat', 'a peer cannot be reached'],
  ['failed to appendEntries', 'a peer cannot be reached'],
  ['failed to make requestVote', 'a peer cannot be reached'],
  ['failed to make preVote', 'a peer cannot be reached'],
  ['failed to pipeline', 'a peer cannot be reached'],
  ['failed to get log', 'storage'],
  ['failed to', 'something failed'],
  ['failed syncing', 'storage'],
  ['compacting logs', 'snapshots'],
  ['skipping application', 'application'],
  ['no known peers', 'no campaign'],
  ['not part of stable configuration', 'no campaign'],
  ['copied to local snapshot', 'snapshots'],
  ['copied', 'snapshots'],
  ['Installed remote snapshot', 'snapshots'],
  ['installed remote snapshot', 'snapshots'],
  ['snapshot restore progress', 'snapshots'],
  ['restored', 'snapshots'],
  ['snapshot network transfer', 'snapshots'],
  ['reaping snapshot', 'snapshots'],
  ['lost leadership because', 'a newer term'],
  ['new leader elected', 'a newer term'],
  ['removed ourself', 'membership'],
  ['removed from cluster', 'membership'],
  ['transferring leadership', 'transfers'],
  ['leadership transfer', 'transfers'],
  ['starting leadership transfer', 'transfers'],
  ['cannot transfer', 'transfers'],
  ['received a requestPreVote', 'a pre-vote'],
  ['pre-voting for self', 'a pre-vote'],
  ['creating new snapshot', 'snapshots'],
  ['creating', 'snapshots'],
  ['snapshot', 'snapshots'],
  ['installing', 'snapshots'],
  ['EnableSingleNode', 'no campaign'],
  ['starting restore', 'snapshots'],
  ['setting', 'settings'],
  ['tracking', 'settings'],
  ['configured ProtocolVersion', 'settings'],
  ['no server ID', 'settings'],
  ['disabling EnableSingleNode', 'settings'],
  ['installSnapshot rejected', 'snapshots'],
  ['installSnapshot to', 'snapshots'],
  ['ignoring installSnapshot', 'snapshots'],
  ['opening snapshot', 'snapshots'],
  ['found temporary snapshot', 'snapshots'],
  ['CRC', 'snapshots'],
  ['lost leadership during', 'transfers'],
  ['no logs to truncate', 'storage'],
  ['peer sees incorrect leader', 'replication'],
  ['accepted connection', 'connections'],
  ['disconnecting', 'connections'],
  ['fully connecting', 'connections'],
  ['partitioning', 'connections'],
  ['expected heartbeat', 'a command of another kind'],
  ['got un', 'a command of another kind'],
  ['ignoring un', 'a command of another kind'],
  ['could not get', 'something failed'],
  ['unable to', 'something failed'],
  ['state file', 'something failed'],
  ['stream layer', 'connections'],
  ['remote peer', 'membership'],
  ['updating peer', 'membership'],
  ['initial configuration', 'membership'],
  ['Node ', 'membership'],
  ['peer ', 'replication'],
  ['rejecting vote', 'a vote refused'],
  ['removing all old logs', 'storage'],
  ['restore committed logs', 'settings'],
  ['target does not support', 'a pre-vote'],
  ['stream layer is closed', 'connections'],
  ['unable to get address', 'connections'],
  ['CRC checksum failed', 'storage'],
  ['state file seek failed', 'storage'],
  ['could not get configuration', 'settings'],
  ['got unexpected command', 'replication'],
];

type Tell = (context: RaftContext, entry: HclogEntry) => RaftWords | undefined;

/** What most lines say, so that it need not be searched for. */
const frequent: ReadonlyMap<string, Tell> = new Map<string, Tell>([
  ['entering follower state', follow],
  ['entering candidate state', campaign],
  ['entering leader state', lead],
  ['heartbeat timeout reached, starting election', expire],
  ['Election timeout reached, restarting election', expire],
  ['votes', tellVote],
  ['vote granted', tellVote],
  ['election won', tellVote],
  ['duplicate requestVote for same term', tellVote],
  ['rejecting vote request since we have a leader', tellVote],
  ['rejecting vote request since our last index is greater', tellVote],
  ['rejecting vote request since our last term is greater', tellVote],
  ['appendEntries rejected, sending older logs', tellLog],
  ['failed to get previous log', tellLog],
]);

/** Why lines of some words tell nothing, which hangs on their words alone. */
const idle = new Map<string, string>();
const mostIdle = 500;

/** Understands one line; undefined for unknown words. */
export function tellEntry(context: RaftContext, written: HclogEntry): RaftWords | undefined {
  const tell = frequent.get(written.message);
  if (tell !== undefined) return tell(context, written);
  const known = idle.get(written.message);
  if (known !== undefined) return known;
  const entry = modernEntry(written);
  const { message } = entry;
  const met = tellPeer(context, entry);
  if (met !== undefined) return met;
  const told = tellRole(context, entry) ?? tellVote(context, entry) ?? tellLog(context, entry);
  if (told !== undefined) return told;
  const why = chatter.find(([start]) => message.startsWith(start))?.[1];
  if (why !== undefined && idle.size < mostIdle) idle.set(written.message, why);
  return why;
}

function tellRole(context: RaftContext, entry: HclogEntry): RaftWords | undefined {
  const { message } = entry;
  if (message === 'initial configuration') return begin(context, entry);
  if (message === 'entering follower state') return follow(context, entry);
  if (message === 'entering candidate state') return campaign(context, entry);
  if (message === 'entering leader state') return lead(context, entry);
  if (message.startsWith('failed to contact quorum of nodes')) {
    return change(context, 'follower', { cause: 'quorum-lost' });
  }
  if (message === 'newer term discovered, fallback to follower') {
    return change(context, 'follower', {
      term: raftNumber(entry.value('term')),
      cause: 'higher-term',
    });
  }
  if (/^(?:heartbeat|Election|election) timeout reached, /.test(message))
    return expire(context, entry);
  return undefined;
}

const peer = /^\{\w{1,20} (\S{1,200}) ([^\s}]{1,200})\}$/;

/**
 * Who asks for a vote, or replicates, says both id and address of whom. A server of a configuration
 * that was there before its log begins is known by nothing else.
 */
function tellPeer({ book }: RaftContext, { message, value }: HclogEntry): RaftWords | undefined {
  if (message.startsWith('asking for ')) {
    book.meet(value('from'), value('address'));
    return [];
  }
  if (message !== 'pipelining replication') return undefined;
  const [, id, address] = peer.exec(value('peer') ?? '') ?? [];
  book.meet(id, address);
  return [];
}

function follow(context: RaftContext, entry: HclogEntry): RaftWords {
  context.book.meet(entry.value('leader-id'), entry.value('leader-address'));
  learnName(context, entry.value('follower'));
  if (context.state.beginning === undefined) return change(context, 'follower');
  return [started(context), ...change(context, 'follower')];
}

function campaign(context: RaftContext, entry: HclogEntry): RaftWords {
  learnName(context, entry.value('node'));
  // Up to 2016 the line does not say it.
  const term = raftNumber(entry.value('term'));
  context.state.term = term;
  return change(context, 'candidate', { term });
}

function lead(context: RaftContext, entry: HclogEntry): RaftWords {
  const { state } = context;
  learnName(context, entry.value('leader'));
  // Where the line of its candidacy is lost, that of an earlier one says nothing of this term.
  const term = state.role === 'candidate' ? state.term : undefined;
  return change(context, 'leader', { term, cause: 'won-election' });
}

function expire(context: RaftContext, { value }: HclogEntry): RaftWords {
  context.book.meet(value('last-leader-id'), value('last-leader-addr'));
  const { node, inc } = self(context);
  return [{ event: 'timer.expired', node, inc, timer: 'election' }];
}

/** The server itself, by the id that other servers know it by. */
export function self({ state, book, census }: RaftContext): {
  readonly node: string;
  readonly inc: number;
} {
  const node = state.name === undefined ? unnamed : book.idOf(state.name);
  if (node !== unnamed) census.speaks(node);
  return { node, inc: state.inc };
}

function learnName({ state }: RaftContext, printed: string | undefined): void {
  const address = printed === undefined ? undefined : ownAddressIn(printed);
  if (address !== undefined) state.name = address;
}

function begin({ state, book }: RaftContext, entry: HclogEntry): RaftWords {
  if (state.started) state.inc += 1;
  state.started = true;
  state.role = undefined;
  state.term = undefined;
  state.beginning = book.learn(entry.value('servers') ?? '');
  return [];
}

function started(context: RaftContext): BareEvent {
  const { voters = [], learners = [] } = context.state.beginning ?? {};
  context.state.beginning = undefined;
  return {
    event: 'node.started',
    ...self(context),
    role: 'follower',
    ...(voters.length === 0 ? {} : { voters }),
    ...(learners.length === 0 ? {} : { learners }),
  };
}

interface Change {
  readonly term?: number | undefined;
  readonly cause?: string;
}

/** A follower that is one already says so again when it has lost its leader. */
function change(context: RaftContext, to: Role, { term, cause }: Change = {}): RaftWords & object {
  const { state } = context;
  if (to === 'follower' && state.role === 'follower') return [];
  state.role = to;
  // Written out, as it is the most frequent event: to put it together takes several times as long.
  const event = 'role.changed';
  const { node, inc } = self(context);
  if (term === undefined) {
    return [
      cause === undefined
        ? { event, node, inc, role: to, to }
        : { event, node, inc, role: to, to, cause },
    ];
  }
  return [
    cause === undefined
      ? { event, node, inc, term, role: to, to }
      : { event, node, inc, term, role: to, to, cause },
  ];
}
