import type { EventOf, TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { createPerServer } from './per-server.ts';
import { sharedByCluster } from './shared-by-cluster.ts';

/** Runs of entries of one term that are remembered of a log, the newest. */
const runsKept = 128;

/** Lines that move the end of a log. */
export type LogLine = EventOf<
  'node.started' | 'log.appended' | 'log.truncated' | 'snapshot.installed'
>;

/** What a server's lines say of its log, as long as none of them is missing. */
export interface LogShape {
  /** False until the server says with what it started, and where its lines leave the end open. */
  readonly known: boolean;
  /** Index of the last entry, and the line that shows it. */
  readonly last: number;
  readonly lastEvent: TraceEvent | undefined;
  /** The same before the line noted last. */
  readonly lastBefore: number;
  readonly lastEventBefore: TraceEvent | undefined;
}

/** Follows the shapes of all logs of a cluster. */
export interface LogShapes {
  note(line: LogLine): void;
  of(node: string): LogShape;
  /** The term of an entry of a log; undefined where the lines do not tell. */
  termAt(node: string, index: number): number | undefined;
  /** The term of an entry of a log as it was before the line noted last. */
  termBefore(node: string, index: number): number | undefined;
  /** The line that shows an entry, as far as it is remembered. */
  lineAt(node: string, index: number): TraceEvent | undefined;
}

/** The shapes of the logs of `cluster`, for all rules that read them. */
export const logShapesOf: (cluster: ClusterView) => LogShapes = sharedByCluster(createLogShapes);

function createLogShapes(): LogShapes {
  const shapes = createPerServer<Shape>(() => ({
    known: false,
    last: 0,
    lastEvent: undefined,
    lastBefore: 0,
    lastEventBefore: undefined,
    runs: [],
    cutFrom: Number.POSITIVE_INFINITY,
    cut: none,
  }));
  let noted: LogLine | undefined;
  return {
    note(line) {
      if (line === noted || line.node === undefined) return;
      noted = line;
      const shape = shapes.of(line.node);
      shape.lastBefore = shape.last;
      shape.lastEventBefore = shape.lastEvent;
      shape.cutFrom = Number.POSITIVE_INFINITY;
      shape.cut = none;
      if (line.event === 'node.started') start(shape, line);
      else if (!shape.known) return;
      else if (line.event === 'log.appended') append(shape, line);
      else if (line.event === 'log.truncated') cutOff(shape, line.fromIndex, line);
      else install(shape, line);
    },
    of: shapes.of,
    termAt: (node, index) => termOf(shapes.of(node), index),
    termBefore(node, index) {
      const shape = shapes.of(node);
      if (index < shape.cutFrom) return termOf(shape, index);
      if (index > shape.lastBefore) return undefined;
      return (runAt(shape.cut, index) ?? runAt(shape.runs, index))?.term;
    },
    lineAt(node, index) {
      const shape = shapes.of(node);
      return index > shape.last ? undefined : runAt(shape.runs, index)?.event;
    },
  };
}

interface Shape extends LogShape {
  known: boolean;
  last: number;
  lastEvent: TraceEvent | undefined;
  lastBefore: number;
  lastEventBefore: TraceEvent | undefined;
  runs: Run[];
  /** What the line noted last cut off, lowest first. */
  cutFrom: number;
  cut: readonly Run[];
}

/** Entries of one term that stand next to each other. */
interface Run {
  readonly from: number;
  readonly term: number;
  readonly event: TraceEvent;
}

const none: readonly Run[] = [];

function start(shape: Shape, line: EventOf<'node.started'>): void {
  const { lastLogIndex, lastLogTerm } = line;
  shape.known = lastLogIndex !== undefined;
  reset(shape, lastLogIndex ?? 0, lastLogTerm, line);
}

function append(shape: Shape, line: EventOf<'log.appended'>): void {
  const { firstIndex, entries } = line;
  // A program may write over a conflicting suffix without saying that it deletes it.
  if (firstIndex <= shape.last) cutOff(shape, firstIndex, line);
  const { runs } = shape;
  let index = firstIndex;
  let term = firstIndex === shape.last + 1 ? runs.at(-1)?.term : undefined;
  for (const entry of entries) {
    if (entry.term !== term) runs.push({ from: index, term: entry.term, event: line });
    term = entry.term;
    index += 1;
  }
  if (runs.length > runsKept) runs.splice(0, runs.length - runsKept);
  if (entries.length === 0) return;
  shape.last = index - 1;
  shape.lastEvent = line;
}

function cutOff(shape: Shape, fromIndex: number, line: TraceEvent): void {
  if (fromIndex > shape.last) return;
  const { runs } = shape;
  let kept = runs.length;
  while (kept > 0 && (runs[kept - 1]?.from ?? 0) >= fromIndex) kept -= 1;
  if (kept < runs.length) shape.cut = runs.splice(kept);
  shape.cutFrom = fromIndex;
  shape.last = fromIndex - 1;
  shape.lastEvent = line;
}

/** A snapshot keeps what follows an entry that it agrees with, and else replaces everything. */
function install(shape: Shape, line: EventOf<'snapshot.installed'>): void {
  const { index, snapshotTerm } = line;
  if (index <= shape.last) {
    const own = termOf(shape, index);
    if (own !== undefined && own === snapshotTerm) return;
    shape.known = own !== undefined && snapshotTerm !== undefined;
  }
  reset(shape, index, snapshotTerm, line);
}

function reset(shape: Shape, last: number, term: number | undefined, line: TraceEvent): void {
  shape.last = last;
  shape.lastEvent = line;
  shape.runs = term === undefined ? [] : [{ from: last, term, event: line }];
}

function termOf(shape: Shape, index: number): number | undefined {
  if (index === 0) return 0;
  if (!shape.known || index > shape.last) return undefined;
  return runAt(shape.runs, index)?.term;
}

function runAt(runs: readonly Run[], index: number): Run | undefined {
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const run = runs[at];
    if (run !== undefined && run.from <= index) return run;
  }
  return undefined;
}
