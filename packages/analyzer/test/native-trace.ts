import { encodeEvent, type TraceEvent } from '@raftlens/trace';

const cluster = ['n1', 'n2', 'n3'];

/** A trace of two elections in which nothing is wrong: n1 leads in term 1, n2 in term 2. */
export const healthyTrace: readonly TraceEvent[] = [
  { event: 'trace.started', time: 0, schema: 'raft-trace/1', nodes: cluster },
  ...cluster.map((node): TraceEvent => ({ event: 'node.started', time: 1, node, term: 0 })),
  { event: 'term.changed', time: 150, node: 'n1', term: 1, to: 1 },
  { event: 'role.changed', time: 150, node: 'n1', term: 1, from: 'follower', to: 'candidate' },
  { event: 'election.started', time: 150, node: 'n1', term: 1 },
  { event: 'vote.granted', time: 153, node: 'n3', term: 1, candidate: 'n1' },
  { event: 'role.changed', time: 155, node: 'n1', term: 1, from: 'candidate', to: 'leader' },
  { event: 'fault.injected', time: 300, fault: 'partition', nodes: ['n1'] },
  { event: 'timer.expired', time: 480, node: 'n2', term: 1, timer: 'election' },
  { event: 'role.changed', time: 481, node: 'n2', term: 2, from: 'follower', to: 'candidate' },
  { event: 'election.started', time: 481, node: 'n2', term: 2 },
  { event: 'vote.granted', time: 484, node: 'n3', term: 2, candidate: 'n2' },
  { event: 'role.changed', time: 486, node: 'n2', term: 2, from: 'candidate', to: 'leader' },
  { event: 'role.changed', time: 520, node: 'n1', term: 2, from: 'leader', to: 'follower' },
  { event: 'fault.cleared', time: 600, fault: 'partition', nodes: ['n1'] },
];

/** The events as they stand in a file. */
export function nativeText(events: readonly TraceEvent[]): string {
  return events.map((event) => `${encodeEvent(event)}\n`).join('');
}
