import type { EventOf, TraceEvent } from '@raftlens/trace';
import { sinceMidnight } from './clock.ts';

/** A moment: of one day, or the same time of any day. */
export type Moment =
  | { readonly kind: 'instant'; readonly time: number }
  | { readonly kind: 'time-of-day'; readonly time: number };

/** Which events to show; what is left out does not matter. */
export interface EventFilter {
  readonly nodes?: readonly string[] | undefined;
  readonly runs?: readonly string[] | undefined;
  /** Both ends included. */
  readonly terms?: { readonly first: number; readonly last: number } | undefined;
  /** Names of events; `role.*` stands for all that begin with `role.`. */
  readonly events?: readonly string[] | undefined;
  readonly from?: Moment | undefined;
  readonly to?: Moment | undefined;
}

/**
 * Tells whether an event passes. What the harness says belongs to no server and to no term, so
 * only a filter by name or time holds it back; what the network does to a message concerns its
 * sender and its receiver, in the term of the message.
 */
export function createEventFilter(filter: EventFilter): (event: TraceEvent) => boolean {
  const { nodes, runs, terms, events, from, to } = filter;
  const checks: ((event: TraceEvent) => boolean)[] = [];
  if (nodes !== undefined) {
    checks.push((event) => {
      const concerned = concernedBy(event);
      return concerned.length === 0 || concerned.some((node) => nodes.includes(node));
    });
  }
  if (runs !== undefined) checks.push(({ run }) => run !== undefined && runs.includes(run));
  if (terms !== undefined) {
    checks.push((event) => {
      if (concernedBy(event).length === 0) return true;
      const term = isOfNetwork(event) ? event.rpcTerm : event.term;
      return term !== undefined && terms.first <= term && term <= terms.last;
    });
  }
  if (events !== undefined) {
    checks.push(({ event }) => events.some((pattern) => matchesEvent(pattern, event)));
  }
  if (from !== undefined) checks.push(({ time }) => position(time, from) >= from.time);
  if (to !== undefined) checks.push(({ time }) => position(time, to) <= to.time);
  return (event) => checks.every((check) => check(event));
}

type OfNetwork = EventOf<'message.dropped' | 'message.duplicated'>;

function isOfNetwork(event: TraceEvent): event is OfNetwork {
  const { event: name, node } = event;
  return node === undefined && (name === 'message.dropped' || name === 'message.duplicated');
}

function concernedBy(event: TraceEvent): readonly string[] {
  if (event.node !== undefined) return [event.node];
  return isOfNetwork(event) ? [event.from, event.to] : [];
}

/** Whether a name of an event is meant by `pattern`, which may end in `*`. */
export function matchesEvent(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function position(time: number, moment: Moment): number {
  return moment.kind === 'instant' ? time : sinceMidnight(time);
}
