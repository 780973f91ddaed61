import { type EventName, slotsOf } from '@raftlens/trace';
import type { ClusterView } from './cluster/cluster-view.ts';
import type { Rule } from './rule.ts';

/** What the harness says is in the lines of no server. */
const harness = /^(?:trace|test|fault|client)\./;

/**
 * What a rule must see, in words, and no server of the cluster has printed; undefined where all of
 * it was seen. A rule may find nothing wrong because there was nothing to print, or because the
 * program prints no such lines at all: only a trace of virtual time is known to tell all.
 */
export function unprintedNeed(rule: Rule, cluster: ClusterView): string | undefined {
  if (cluster.tellsAll) return undefined;
  const need = rule.needs.find(({ event }) => !harness.test(event) && !isPrinted(event, cluster));
  return need && `lines of ${need.event}, which no server is seen to print`;
}

function isPrinted(event: EventName, { servers }: ClusterView): boolean {
  const slots = slotsOf(event);
  for (const { printed } of servers.values()) {
    if (printed !== undefined && slots.some((slot) => printed.has(slot))) return true;
  }
  return false;
}
