import type { EventOf, TraceEvent } from '@raftlens/trace';
import { closeMessages, followMessage, type MessageSpans, openMessage } from './message-spans.ts';
import {
  closeNode,
  createNodeSpans,
  endNode,
  innermost,
  moveNode,
  type NodeSpans,
  noteNodeEvent,
  noteOn,
} from './node-spans.ts';
import {
  closeSpan,
  describeSpan,
  maxSpanEvents,
  type OpenSpan,
  openSpan,
  type SpanTrace,
} from './open-span.ts';
import type { SpanAttributes, SpanStatus } from './span-record.ts';

/** The open spans of one run or test: one trace. */
export interface RunSpans {
  readonly trace: SpanTrace;
  readonly root: OpenSpan;
  /** What the harness says beyond what the root can hold. */
  harness: OpenSpan | undefined;
  readonly nodes: Map<string, NodeSpans>;
  readonly messages: MessageSpans;
  lastMs: number;
}

/** The service of what the harness says, as against the servers. */
export const harnessService = 'raftlens';

/** Begins the trace of a run or test. */
export function openRun(
  trace: SpanTrace,
  name: string,
  timeMs: number,
  attributes: SpanAttributes,
): RunSpans {
  const start = { service: harnessService, name, parent: undefined, timeMs, attributes };
  return {
    trace,
    root: openSpan(trace, start),
    harness: undefined,
    nodes: new Map(),
    messages: new Map(),
    lastMs: timeMs,
  };
}

/** Takes one event of the run. */
export function observeRun(run: RunSpans, event: TraceEvent): void {
  run.lastMs = Math.max(run.lastMs, event.time);
  const node = nodeOf(run, event);
  switch (event.event) {
    case 'message.sent': {
      const sender = node ?? knownNode(run, event.from, event.group);
      const parent = sender === undefined ? run.root : innermost(sender);
      if (!openMessage(run.trace, run.messages, event, parent)) note(run, node, event);
      return;
    }
    case 'message.received':
    case 'message.dropped':
    case 'message.duplicated':
      if (!followMessage(run.trace, run.messages, event)) note(run, node, event);
      return;
    case 'node.crashed':
    case 'node.stopped':
      if (node === undefined) note(run, node, event);
      else endNode(run.trace, node, event);
      return;
    default:
      note(run, node, event);
  }
}

/** Ends everything at the test's verdict, or at the last event where there is none. */
export function closeRun(
  run: RunSpans,
  verdict: EventOf<'test.passed' | 'test.failed'> | undefined,
): void {
  const { trace, lastMs } = run;
  closeMessages(trace, run.messages, lastMs);
  for (const node of run.nodes.values()) closeNode(trace, node, lastMs);
  if (run.harness !== undefined) closeSpan(trace, run.harness, lastMs);
  let status: SpanStatus = { code: 'unset' };
  if (verdict !== undefined) {
    const failed = verdict.event === 'test.failed';
    const result = failed ? 'fail' : 'pass';
    describeSpan(run.root, { 'test.case.name': verdict.test, 'test.case.result.status': result });
    status = failed
      ? { code: 'error', message: verdict.message ?? 'the test failed' }
      : { code: 'ok' };
  }
  closeSpan(trace, run.root, lastMs, status);
}

/** The server that speaks, its term and role brought up to the event. */
function nodeOf(run: RunSpans, event: TraceEvent): NodeSpans | undefined {
  if (event.node === undefined) return undefined;
  const key = keyOf(event.node, event.group);
  let node = run.nodes.get(key);
  if (node === undefined) {
    node = createNodeSpans(event.node, run.root, event.group);
    run.nodes.set(key, node);
  }
  const ends = event.event === 'node.crashed' || event.event === 'node.stopped';
  if (!ends) moveNode(run.trace, node, event);
  return node;
}

function knownNode(run: RunSpans, id: string, group: string | undefined): NodeSpans | undefined {
  return run.nodes.get(keyOf(id, group));
}

function keyOf(id: string, group: string | undefined): string {
  return group === undefined ? id : JSON.stringify([group, id]);
}

function note(run: RunSpans, node: NodeSpans | undefined, event: TraceEvent): void {
  if (node !== undefined) noteNodeEvent(run.trace, node, event);
  else if (run.root.events.length < maxSpanEvents) noteOn(run.trace, run.root, event);
  else {
    run.harness ??= openSpan(run.trace, {
      service: harnessService,
      name: 'harness',
      parent: run.root,
      timeMs: event.time,
    });
    noteOn(run.trace, run.harness, event);
  }
}
