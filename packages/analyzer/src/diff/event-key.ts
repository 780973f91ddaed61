import { encodeEvent, type TraceEvent } from '@raftlens/trace';

/** What says when and where, and not what: two runs of one behaviour differ in these. */
const incidental: ReadonlySet<string> = new Set([
  ...['time', 'seq', 'at', 'id', 'run', 'caller'],
  ...['timeoutMs', 'elapsedMs', 'heldMs', 'bytes'],
]);

/** Events that say how a run was set up, or that another setting of a timer is no other deed. */
const passedOver: ReadonlySet<string> = new Set(['trace.started', 'timer.started']);

/** What a server did, apart from when: equal keys, equal deeds. Undefined for what is no deed. */
export function eventKey(event: TraceEvent): string | undefined {
  if (event.node === undefined || passedOver.has(event.event)) return undefined;
  const kept = Object.entries(event).filter(([name]) => !incidental.has(name));
  return encodeEvent({ ...Object.fromEntries(kept), time: 0 } as TraceEvent);
}
