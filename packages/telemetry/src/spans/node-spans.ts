import type { EventOf, Role, TraceEvent } from '@raftlens/trace';
import { eventAttributes } from './event-attributes.ts';
import {
  addSpanEvent,
  closeSpan,
  describeSpan,
  type OpenSpan,
  openSpan,
  type SpanTrace,
} from './open-span.ts';
import {
  applyProposal,
  closeProposals,
  commitProposals,
  createProposalSpans,
  failProposals,
  openProposal,
  type ProposalSpans,
} from './proposal-spans.ts';
import type { SpanAttributes } from './span-record.ts';

/** The open spans of one server: its term, and within that an election or a leadership. */
export interface NodeSpans {
  readonly service: string;
  /** The root of the run or test. */
  readonly root: OpenSpan;
  readonly group: string | undefined;
  termNumber: number | undefined;
  term: OpenSpan | undefined;
  /** The highest role of this term. */
  role: Role | undefined;
  election: OpenSpan | undefined;
  preVote: boolean;
  leadership: OpenSpan | undefined;
  readonly proposals: ProposalSpans;
}

/** How far a role is on the way to leadership (Raft Figure 4). */
const seniority: Readonly<Record<Role, number>> = {
  learner: 0,
  follower: 1,
  'pre-candidate': 2,
  candidate: 3,
  leader: 4,
};

/** A server of which nothing was heard yet. */
export function createNodeSpans(
  service: string,
  root: OpenSpan,
  group: string | undefined,
): NodeSpans {
  return {
    service,
    root,
    group,
    termNumber: undefined,
    term: undefined,
    role: undefined,
    election: undefined,
    preVote: false,
    leadership: undefined,
    proposals: createProposalSpans(),
  };
}

/** The innermost span that is open: where what the server does belongs. */
export function innermost(node: NodeSpans): OpenSpan {
  return node.leadership ?? node.election ?? node.term ?? node.root;
}

/**
 * Moves a server's term and role to what the event says they are after it, ending and beginning
 * spans. Foreign logs may leave out `term.changed` and `role.changed`; the envelope is enough.
 */
export function moveNode(trace: SpanTrace, node: NodeSpans, event: TraceEvent): void {
  const term = event.event === 'term.changed' ? event.to : event.term;
  const moves = term !== undefined && term !== node.termNumber;
  if (moves) {
    endElection(trace, node, event.time, outcomeOf(node, event));
    endTerm(trace, node, event.time);
    node.termNumber = term;
  }
  if (node.term === undefined) beginTerm(trace, node, event.time);
  // A leader that sees a newer term says so while it is still leader: no leadership of that term.
  if (event.event === 'term.changed') return;
  const role = event.event === 'role.changed' ? event.to : event.role;
  if (role !== undefined) moveRole(trace, node, role, event.time);
}

/** Takes an event that is neither a message nor the end of the server. */
export function noteNodeEvent(trace: SpanTrace, node: NodeSpans, event: TraceEvent): void {
  if (event.event === 'election.started') {
    beginElection(trace, node, event);
    return;
  }
  if (event.event === 'entry.proposed') {
    openProposal(trace, node.proposals, event, innermost(node));
    return;
  }
  if (event.event === 'entry.applied' && applyProposal(trace, node.proposals, event)) return;
  if (event.event === 'commit.advanced') commitProposals(trace, node.proposals, event);
  if (event.event === 'log.truncated') {
    failProposals(trace, node.proposals, event.fromIndex, event.time, 'overwritten');
  }
  noteOn(trace, innermost(node), event);
}

/** Ends all spans of a server that crashed or stopped; it may start again. */
export function endNode(
  trace: SpanTrace,
  node: NodeSpans,
  event: EventOf<'node.crashed' | 'node.stopped'>,
): void {
  const why = event.event === 'node.crashed' ? 'crashed' : 'stopped';
  noteOn(trace, innermost(node), event);
  closeNode(trace, node, event.time, why);
}

/** Ends all spans of a server; `why` is absent where the trace merely ends. */
export function closeNode(trace: SpanTrace, node: NodeSpans, timeMs: number, why?: string): void {
  closeProposals(trace, node.proposals, timeMs, why);
  endElection(trace, node, timeMs, why ?? 'open at the end');
  endTerm(trace, node, timeMs, why ?? 'open at the end');
  node.termNumber = undefined;
}

/** Adds an event to a span, with all its fields. */
export function noteOn(trace: SpanTrace, span: OpenSpan, event: TraceEvent): void {
  const attributes = eventAttributes(event);
  addSpanEvent(trace, span, { name: event.event, timeMs: event.time, attributes });
}

function beginTerm(trace: SpanTrace, node: NodeSpans, timeMs: number): void {
  const attributes: Record<string, string | number> = { 'raft.node.id': node.service };
  if (node.termNumber !== undefined) attributes['raft.term'] = node.termNumber;
  if (node.group !== undefined) attributes['raft.group'] = node.group;
  const name = node.termNumber === undefined ? 'no term yet' : `term ${node.termNumber}`;
  node.term = open(trace, node, name, node.root, timeMs, attributes);
  node.role = undefined;
}

function endTerm(trace: SpanTrace, node: NodeSpans, timeMs: number, outcome?: string): void {
  endLeadership(trace, node, timeMs, outcome ?? 'term ended');
  if (node.term === undefined) return;
  if (node.role !== undefined) describeSpan(node.term, { 'raft.role': node.role });
  closeSpan(trace, node.term, timeMs);
  node.term = undefined;
}

function moveRole(trace: SpanTrace, node: NodeSpans, role: Role, timeMs: number): void {
  if (node.role === undefined || seniority[role] > seniority[node.role]) node.role = role;
  if (role === 'leader') {
    endElection(trace, node, timeMs, 'won');
    if (node.leadership !== undefined) return;
    const attributes = termAttributes(node);
    node.leadership = open(trace, node, 'leadership', node.term, timeMs, attributes);
    return;
  }
  endLeadership(trace, node, timeMs, 'stepped down');
  if (role === 'follower' || role === 'learner') endElection(trace, node, timeMs, 'lost');
}

function endLeadership(trace: SpanTrace, node: NodeSpans, timeMs: number, outcome: string): void {
  if (node.leadership === undefined) return;
  describeSpan(node.leadership, { 'raft.outcome': outcome });
  closeSpan(trace, node.leadership, timeMs);
  node.leadership = undefined;
}

function beginElection(
  trace: SpanTrace,
  node: NodeSpans,
  event: EventOf<'election.started'>,
): void {
  endElection(trace, node, event.time, outcomeOf(node, event));
  node.preVote = event.preVote === true;
  const name = node.preVote ? 'pre-vote' : 'election';
  const attributes = { ...termAttributes(node), ...eventAttributes(event) };
  node.election = open(trace, node, name, node.term, event.time, attributes);
}

function endElection(trace: SpanTrace, node: NodeSpans, timeMs: number, outcome: string): void {
  if (node.election === undefined) return;
  describeSpan(node.election, { 'raft.outcome': outcome });
  closeSpan(trace, node.election, timeMs);
  node.election = undefined;
}

/** What it means for the open election that the server moves on with this event. */
function outcomeOf(node: NodeSpans, event: TraceEvent): string {
  const campaigns =
    event.event === 'election.started' ||
    (event.event === 'term.changed' && event.cause === 'election');
  if (!campaigns) return 'lost';
  const next = event.event === 'election.started' && event.preVote === true;
  return node.preVote && !next ? 'won' : 'timed out';
}

function termAttributes(node: NodeSpans): SpanAttributes {
  return node.termNumber === undefined ? {} : { 'raft.term': node.termNumber };
}

function open(
  trace: SpanTrace,
  node: NodeSpans,
  name: string,
  parent: OpenSpan | undefined,
  timeMs: number,
  attributes: SpanAttributes,
): OpenSpan {
  return openSpan(trace, { service: node.service, name, parent, timeMs, attributes });
}
