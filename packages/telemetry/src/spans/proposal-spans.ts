import type { EventOf, TraceEvent } from '@raftlens/trace';
import { eventAttributes } from './event-attributes.ts';
import { addSpanEvent, closeSpan, type OpenSpan, openSpan, type SpanTrace } from './open-span.ts';

/** The `commit` spans of one server: what it proposed and has not applied yet, by index. */
export interface ProposalSpans {
  /** Not committed; in the order of proposal, which is that of the indices. */
  readonly waiting: Map<number, OpenSpan>;
  readonly committed: Map<number, OpenSpan>;
}

/** A server that was cut off may pile up proposals for ever; this many are followed at once. */
const maxFollowed = 10_000;

/** No proposals yet. */
export function createProposalSpans(): ProposalSpans {
  return { waiting: new Map(), committed: new Map() };
}

/** Begins the life of an entry at the leader (Raft §5.3). */
export function openProposal(
  trace: SpanTrace,
  spans: ProposalSpans,
  event: EventOf<'entry.proposed'>,
  parent: OpenSpan,
): void {
  if (spans.waiting.has(event.index)) {
    failProposals(trace, spans, event.index, event.time, 'proposed again');
  }
  makeRoom(trace, spans.waiting, event.time, 'too many proposals to follow');
  const attributes = eventAttributes(event);
  const { service } = parent;
  const span = openSpan(trace, {
    service,
    name: 'commit',
    parent,
    timeMs: event.time,
    attributes,
  });
  spans.waiting.set(event.index, span);
}

/** Marks every proposal up to the new commitIndex. */
export function commitProposals(
  trace: SpanTrace,
  spans: ProposalSpans,
  event: EventOf<'commit.advanced'>,
): void {
  for (const [index, span] of spans.waiting) {
    if (index > event.to) break;
    spans.waiting.delete(index);
    // A log that never tells of applying would keep them all.
    makeRoom(trace, spans.committed, event.time);
    spans.committed.set(index, span);
    mark(trace, span, event);
  }
}

/** Ends the proposal that the state machine took; false when this server did not propose it. */
export function applyProposal(
  trace: SpanTrace,
  spans: ProposalSpans,
  event: EventOf<'entry.applied'>,
): boolean {
  const from = spans.committed.has(event.index) ? spans.committed : spans.waiting;
  const span = from.get(event.index);
  if (span === undefined) return false;
  from.delete(event.index);
  mark(trace, span, event);
  closeSpan(trace, span, event.time);
  return true;
}

/** Ends as errors the proposals from an index on that are not committed. */
export function failProposals(
  trace: SpanTrace,
  spans: ProposalSpans,
  fromIndex: number,
  timeMs: number,
  why: string,
): void {
  for (const index of [...spans.waiting.keys()]) {
    if (index >= fromIndex) end(trace, spans.waiting, index, timeMs, why);
  }
}

/** Ends all: `why` the uncommitted ones failed, or undefined where the trace merely ends. */
export function closeProposals(
  trace: SpanTrace,
  spans: ProposalSpans,
  timeMs: number,
  why: string | undefined,
): void {
  for (const index of spans.committed.keys()) end(trace, spans.committed, index, timeMs);
  for (const index of spans.waiting.keys()) end(trace, spans.waiting, index, timeMs, why);
}

function mark(trace: SpanTrace, span: OpenSpan, event: TraceEvent): void {
  const attributes = eventAttributes(event);
  addSpanEvent(trace, span, { name: event.event, timeMs: event.time, attributes });
}

function makeRoom(
  trace: SpanTrace,
  among: Map<number, OpenSpan>,
  timeMs: number,
  why?: string,
): void {
  const [oldest] = among.keys();
  if (oldest !== undefined && among.size >= maxFollowed) end(trace, among, oldest, timeMs, why);
}

function end(
  trace: SpanTrace,
  from: Map<number, OpenSpan>,
  index: number,
  timeMs: number,
  why?: string,
): void {
  const span = from.get(index);
  if (span === undefined) return;
  from.delete(index);
  closeSpan(trace, span, timeMs, why === undefined ? undefined : { code: 'error', message: why });
}
