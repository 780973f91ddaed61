import type { TraceEvent } from '@raftlens/trace';

/**
 * What no correct server does, each told once, in the order of the trace. It is much less than the
 * rules of the analyzer, and knows nothing of them.
 */
export function anomalies(events: readonly TraceEvent[]): readonly string[] {
  const found = new Set<string>();
  const leaders = new Map<string, string>();
  let before: TraceEvent | undefined;
  for (const event of events) {
    const { node, term } = event;
    if (keepsRole(before, event))
      found.add(`${before?.node} enters term ${before?.term} as leader`);
    before = event;
    if (!acts(event) || node === undefined) continue;
    const reign = `${event.run} ${term}`;
    const leader = leaders.get(reign) ?? node;
    leaders.set(reign, leader);
    if (leader !== node) found.add(`${leader} and ${node} both act as leader of term ${term}`);
    if (event.event === 'role.changed' && event.from === 'follower') {
      found.add(`${node} becomes leader of term ${term} as ${event.from}`);
    }
    if (event.event === 'message.sent' && event.role !== 'leader') {
      found.add(`${node} sends AppendEntries as ${event.role} of term ${term}`);
    }
  }
  return [...found];
}

/** A server becomes leader, or does what leaders do. */
function acts(event: TraceEvent): boolean {
  if (event.event === 'role.changed') return event.to === 'leader';
  return event.event === 'message.sent' && event.kind === 'AppendEntries';
}

/** A leader adopts a newer term, and the next that is told is not that it steps down. */
function keepsRole(before: TraceEvent | undefined, event: TraceEvent): boolean {
  if (before?.event !== 'term.changed' || before.role !== 'leader') return false;
  return event.event !== 'role.changed' || event.node !== before.node;
}
