import type { Format } from '@raftlens/formats';
import {
  createDiagnosis,
  createJudge,
  type Finding,
  orderFindings,
  withStories,
} from '@raftlens/invariants';
import { nodeOrder, type TraceEvent } from '@raftlens/trace';
import type { Analysis } from './analysis.ts';
import { chainParts } from './clusters/chain-parts.ts';
import { fileNodes } from './clusters/file-nodes.ts';
import { otherNames } from './clusters/other-names.ts';
import { rotatedLogs } from './clusters/rotated-logs.ts';
import { separateClusters } from './clusters/separate-clusters.ts';
import { coverFormats } from './decide/cover-formats.ts';
import { createLogSpans } from './decide/log-spans.ts';
import { weighMixed } from './decide/weigh-mixed.ts';
import { weighOrder } from './decide/weigh-order.ts';
import { weighSpans } from './decide/weigh-spans.ts';
import { asTheyCome } from './input/as-they-come.ts';
import { createClockSkew } from './input/clock-skew.ts';
import {
  type EventStream,
  type EventStreamOptions,
  openEventStream,
} from './input/event-stream.ts';
import type { FileReport, LineCounts } from './input/file-report.ts';
import { mergeStreams } from './input/merge-streams.ts';
import { quoteEvidence } from './input/quote-evidence.ts';
import type { Source } from './input/source.ts';

/** How to analyse. */
export interface AnalyzeOptions {
  /** Ends the reading; what was read until then is judged as if it ended there. */
  readonly signal?: AbortSignal | undefined;
  /** What every source is of; told from the lines of each by default. */
  readonly format?: Format | undefined;
  /** Whether the reports on the files group the lines that gave no event. False by default. */
  readonly unparsed?: boolean | undefined;
  /** Sees the events in the order that the rules see them; reading waits for it. */
  readonly onEvents?: ((events: readonly TraceEvent[]) => void | Promise<void>) | undefined;
  /** Hears of each finding as soon as a line proves it. */
  readonly onFinding?: ((finding: Finding) => void) | undefined;
  /** Hears each time that a Raft group is judged to its end: what was kept of it can go. */
  readonly onClosed?: (() => void) | undefined;
}

/**
 * Reads logs in one pass, in the order of the merge, and checks every rule.
 *
 * Memory follows the number of files and what the rules hold, never the length of a log. It does
 * not reject for what is wrong with a source: that is in the report on the file.
 */
export async function analyze(
  sources: readonly Source[],
  { signal, format, unparsed, onEvents, onFinding, onClosed }: AnalyzeOptions = {},
): Promise<Analysis> {
  const files = distinct(sources);
  const live = files.some((source) => source.live === true);
  const open = (): Opened => openLogs(files, live, { signal, format, unparsed });
  const { logs, parts } = open();
  const rotated = rotatedLogs(live ? [] : files.map(({ name }) => name));
  const namesOf = fileNodes(rotated);
  const spans = createLogSpans(rotated);
  const isNamedAfter = (node: string, file: string): boolean =>
    namesOf.get(file) === node && partOf(parts, file)?.facts().census?.members.has(node) !== true;
  const judge = createJudge({
    mayWait: onFinding === undefined,
    onClosed,
    onFinding(finding) {
      for (const { at } of finding.evidence) {
        if (at?.offset === undefined || at.text !== undefined) continue;
        partOf(parts, at.file)?.keepLine(at.offset);
      }
      onFinding?.(finding);
    },
    weigh: (finding) =>
      weighMixed(
        weighSpans(
          weighOrder(finding, (file) => partOf(parts, file)?.facts().order ?? 'kept'),
          { areApart: spans.areApart, isNamedAfter },
        ),
        (file) => partOf(parts, file)?.facts().isMixed === true,
      ),
  });
  const skew = createClockSkew();
  const batches = inFileOrder(logs);
  for await (const events of live ? asTheyCome(batches) : mergeStreams(batches, skew)) {
    for (const event of events) judge.observe(event);
    spans.see(events);
    await onEvents?.(events);
  }
  const { findings, nodes, coverage, ...judged } = judge.finish();
  const reports = parts.map((part) => part.report());
  return {
    files: reports,
    format: commonFormat(reports),
    counts: totalCounts(reports),
    findings: await quoteEvidence(await diagnosed(findings, files, reports, open, signal), parts),
    nodes: otherNames(nodes, logs),
    coverage: coverFormats(
      coverage,
      parts.map((part) => part.facts()),
    ),
    ...judged,
    clocks: skew.offsets(),
    interrupted: signal?.aborted === true,
  };
}

function partOf(parts: readonly EventStream[], name: string): EventStream | undefined {
  return parts.find(({ file }) => file === name);
}

interface Opened {
  /** A stream for each log, which may be of several files. */
  readonly logs: readonly EventStream[];
  /** A stream for each file, in the order given. */
  readonly parts: readonly EventStream[];
}

function openLogs(files: readonly Source[], live: boolean, options: EventStreamOptions): Opened {
  const sources = new Map(files.map((source) => [source.name, source]));
  const names = [...sources.keys()];
  const rotated = live ? names.map((name) => [name]) : rotatedLogs(names);
  const nodes = fileNodes(rotated);
  const parts = new Map<string, EventStream>();
  const openPart = (
    name: string,
    before: EventStream | undefined,
    goesOn: boolean,
  ): EventStream => {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`there is no file called ${name}`);
    const node = nodes.get(name);
    const part = openEventStream(source, { ...options, node, before: before?.reader, goesOn });
    parts.set(name, part);
    return part;
  };
  const logs = rotated.map((files) => {
    let before: EventStream | undefined;
    return chainParts(
      files.map((name, index) => {
        before = openPart(name, before, index + 1 < files.length);
        return before;
      }),
    );
  });
  const inOrder = names.flatMap((name) => parts.get(name) ?? []);
  return { logs: separateClusters(logs, live), parts: inOrder };
}

/** Sorted, so that the order in which files are named makes no difference. */
function inFileOrder(streams: readonly EventStream[]): readonly EventStream['batches'][] {
  return streams.toSorted((a, b) => nodeOrder(a.file, b.file)).map(({ batches }) => batches);
}

/** Each name once: standard input cannot be read twice, and a file twice would be two servers. */
function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [source.name, source])).values()];
}

function commonFormat(files: readonly FileReport[]): string {
  const formats = new Set(files.map(({ format }) => format).filter((id) => id !== 'unknown'));
  return formats.size === 0 ? 'unknown' : [...formats].sort().join('+');
}

function totalCounts(files: readonly FileReport[]): LineCounts {
  const total = { lines: 0, events: 0, ignored: 0, broken: 0 };
  for (const { counts } of files) {
    total.lines += counts.lines;
    total.events += counts.events;
    total.ignored += counts.ignored;
    total.broken += counts.broken;
  }
  return total;
}

/** A failing log is read again to explain it, unless it is longer than this, bytes. */
const longestReadAgain = 64 * 1024 * 1024;

/**
 * The findings with their stories. Where something failed, the log is read a second time, to look
 * at everything that speaks for and against each suspect: a log that is in order pays nothing.
 */
async function diagnosed(
  found: readonly Finding[],
  files: readonly Source[],
  reports: readonly FileReport[],
  open: () => Opened,
  signal: AbortSignal | undefined,
): Promise<readonly Finding[]> {
  const findings = orderFindings(found);
  const failed = findings.some(
    ({ severity, rule }) => severity === 'violation' || rule === 'test-failed',
  );
  const bytes = reports.reduce((sum, report) => sum + report.bytes, 0);
  const again = files.every(({ openAt, live }) => openAt !== undefined && live !== true);
  if (!failed || !again || bytes > longestReadAgain || signal?.aborted === true) {
    return withStories(findings);
  }
  const { logs } = open();
  const diagnosis = createDiagnosis(findings);
  for await (const events of mergeStreams(inFileOrder(logs), createClockSkew())) {
    for (const event of events) diagnosis.observe(event);
  }
  return diagnosis.explain();
}
