import type { EventOf, TraceEvent } from '@raftlens/trace';
import { closeRun, observeRun, openRun, type RunSpans } from './run-spans.ts';
import { createSpanIds } from './span-ids.ts';
import type { SpanRecord, SpanValue } from './span-record.ts';

/** What {@link createSpanFold} needs. */
export interface SpanFoldOptions {
  /** Takes each span as it ends, children before their parents. */
  readonly sink: (record: SpanRecord) => void;
  /** Tells apart traces that have the same seed, test and times: the bug, or which run it was. */
  readonly salt?: string | undefined;
}

/** Turns events into spans, one at a time. */
export interface SpanFold {
  observe(event: TraceEvent): void;
  /** Ends what is open at the last time of its run. */
  finish(): void;
}

/**
 * A fold from the events of a trace to spans, pure but for the sink: equal traces give equal spans.
 *
 * A run or test is one trace: its root, the terms of each server below it, elections and
 * leaderships below those, messages and entries below these; never deeper. Only open
 * spans are kept.
 * Runs are told apart by `run`; a new `trace.started` or `test.started` ends the one before it.
 */
export function createSpanFold(options: SpanFoldOptions): SpanFold {
  const runs = new Map<string, RunSpans>();
  const heads = new Map<string, EventOf<'trace.started'>>();

  const end = (key: string, verdict?: EventOf<'test.passed' | 'test.failed'>): void => {
    const run = runs.get(key);
    runs.delete(key);
    if (run !== undefined) closeRun(run, verdict);
    // A file without run ids may hold many tests under one head.
    if (verdict !== undefined && key !== '') heads.delete(key);
  };

  const begin = (key: string, event: TraceEvent): RunSpans => {
    const head = heads.get(key);
    const test = testOf(event);
    const identity = [options.salt, head?.seed, head?.scenario, event.run, test, event.time];
    const trace = {
      ids: createSpanIds(identity.map((part) => part ?? '').join('\n')),
      emit: options.sink,
    };
    const name = test === undefined ? 'run' : `test ${test}`;
    const run = openRun(trace, name, event.time, rootAttributes(head, event, test));
    runs.set(key, run);
    return run;
  };

  return {
    observe(event) {
      const key = event.run ?? '';
      if (event.event === 'trace.started') {
        // With a node it heads that server's own file, one of several that were merged.
        if (event.node === undefined) end(key);
        heads.set(key, event);
        return;
      }
      if (event.event === 'test.started') end(key);
      const run = runs.get(key) ?? begin(key, event);
      if (event.event === 'test.started') return;
      observeRun(run, event);
      if (event.event === 'test.passed' || event.event === 'test.failed') end(key, event);
    },
    finish() {
      for (const key of [...runs.keys()]) end(key);
    },
  };
}

function testOf(event: TraceEvent): string | undefined {
  const tells =
    event.event === 'test.started' ||
    event.event === 'test.passed' ||
    event.event === 'test.failed';
  return tells ? event.test : undefined;
}

function rootAttributes(
  head: EventOf<'trace.started'> | undefined,
  event: TraceEvent,
  test: string | undefined,
): Record<string, SpanValue> {
  const candidates: readonly (readonly [string, string | undefined])[] = [
    ['raft.run.id', event.run],
    ['raft.run.seed', head?.seed],
    ['raft.run.scenario', head?.scenario],
    ['raft.run.producer', head?.producer],
    ['raft.run.clock', head?.clock],
    ['test.case.name', test],
  ];
  const attributes: Record<string, SpanValue> = {};
  for (const [name, value] of candidates) if (value !== undefined) attributes[name] = value;
  if (head?.nodes !== undefined) attributes['raft.run.nodes'] = head.nodes;
  return attributes;
}
