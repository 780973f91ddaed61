import {
  type EventName,
  eventNumber,
  firstMessageSlot,
  kindNumber,
  type MessageEventName,
  type MessageKind,
} from '@raftlens/trace';
import type { ClusterView } from './cluster/cluster-view.ts';
import type { PrintedKinds } from './cluster/printed-kinds.ts';
import type { Report } from './finding.ts';
import type { LineKind, Rule } from './rule.ts';

/**
 * What a report takes for something that did not happen although its servers are not seen to print
 * such lines, in words; undefined where the report means something. What a program never prints,
 * or prints of leaders alone, did not fail to happen.
 */
export function untoldLines(rule: Rule, report: Report, cluster: ClusterView): string | undefined {
  const restsOn = typeof rule.restsOn === 'function' ? rule.restsOn(report) : rule.restsOn;
  if (restsOn === undefined) return undefined;
  const { servers } = cluster;
  for (const kind of restsOn) {
    const isOfAll = everybodys.has(kind) || report.nodes.length === 0;
    const of = isOfAll ? [...servers.keys()] : [...new Set(report.nodes)];
    const silent = of.filter((node) => !prints(kind, node, cluster));
    if (silent.length === 0) continue;
    const are = silent.length === 1 ? 'is' : 'are';
    return `lines of ${kind}, which ${silent.join(' and ')} ${are} not seen to print`;
  }
  return undefined;
}

/** Lines of all servers count, not those of the accused alone. */
const everybodys: ReadonlySet<LineKind> = new Set<LineKind>(['node.started']);

/**
 * In which role a server has to be seen to print them: what leaders print is one place of a
 * program, and what followers do another. Others in any.
 */
const roles: Readonly<Partial<Record<LineKind, 'each' | 'leader' | 'other'>>> = {
  'commit.advanced': 'each',
  'config.appended': 'other',
  'entry.applied': 'each',
  'log.appended': 'each',
  'message.received AppendEntries': 'other',
  'message.received AppendEntriesResponse': 'leader',
  'message.received PreVote': 'other',
  'message.received RequestVote': 'other',
  'role.changed': 'other',
  'state.persisted': 'each',
  'timer.expired': 'other',
  'vote.denied': 'each',
};

/** What is so rare that one server of the program has to show that it is printed. */
const rare: ReadonlySet<LineKind> = new Set<LineKind>([
  'config.appended',
  'message.sent InstallSnapshot',
  'snapshot.installed',
]);

const ofSnapshots: readonly LineKind[] = [
  'message.received InstallSnapshot',
  'message.received InstallSnapshotResponse',
  'message.sent InstallSnapshot',
  'message.sent InstallSnapshotResponse',
  'snapshot.installed',
  'snapshot.sent',
  'snapshot.taken',
];

const ofChanges: readonly LineKind[] = ['config.appended', 'config.committed', 'config.proposed'];

const ofPreVotes: readonly LineKind[] = [
  'message.received PreVote',
  'message.received PreVoteResponse',
  'message.sent PreVote',
  'message.sent PreVoteResponse',
];

/** Where nothing shows that there is such a thing, no line of it is missing. */
const shownBy: Readonly<Partial<Record<LineKind, readonly LineKind[]>>> = {
  'config.appended': ofChanges,
  'message.received PreVote': ofPreVotes,
  'message.sent InstallSnapshot': ofSnapshots,
  'snapshot.installed': ofSnapshots,
};

/** Whether anything shows that servers send and install snapshots. */
export function showsSnapshots(cluster: ClusterView): boolean {
  return printsAny(ofSnapshots, cluster);
}

function prints(kind: LineKind, node: string, cluster: ClusterView): boolean {
  const { servers, votersMove } = cluster;
  const signs = shownBy[kind];
  const isShown = kind === 'config.appended' && votersMove;
  if (signs !== undefined && !isShown && !printsAny(signs, cluster)) return true;
  const role = roles[kind];
  if (rare.has(kind)) return [...servers.values()].some((each) => has(each.printed, kind, role));
  // A server that never speaks is accused by others' lines, and rests on none of its own.
  const printed = servers.get(node)?.printed;
  return printed === undefined || has(printed, kind, role);
}

function printsAny(kinds: readonly LineKind[], { servers }: ClusterView): boolean {
  return kinds.some((kind) => [...servers.values()].some((each) => has(each.printed, kind)));
}

function has(
  printed: PrintedKinds | undefined,
  kind: LineKind,
  role?: 'each' | 'leader' | 'other',
): boolean {
  if (printed === undefined) return false;
  const [event, message] = kind.split(' ') as [EventName, MessageKind | undefined];
  const slot =
    message === undefined
      ? eventNumber[event]
      : firstMessageSlot(event as MessageEventName) + kindNumber(message);
  return role === 'each' ? printed.hasInEachRole(slot) : printed.has(slot, role);
}
