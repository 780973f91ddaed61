import type { Finding } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';
import type { Analysis } from './analysis.ts';
import type { FileReport } from './input/file-report.ts';

/** Text of a line in the JSON is cut here, in UTF-16 units; no line of evidence needs more. */
const longestText = 16_384;

/** Name and version of what {@link analysisJson} makes; no name in it ever changes its meaning. */
export const analysisSchema = 'raft-analysis/1';

/**
 * An analysis as one plain object for machines, `raft-analyze --json`. What is not known is null;
 * times are ms since the epoch.
 */
export function analysisJson(analysis: Analysis): Readonly<Record<string, unknown>> {
  return {
    schema: analysisSchema,
    files: analysis.files.map(fileJson),
    format: analysis.format,
    nodes: analysis.nodes,
    counts: analysis.counts,
    leaders: analysis.leaders.map((span) => ({
      group: span.group ?? null,
      run: span.run ?? null,
      term: span.term ?? null,
      node: span.node,
      from: span.from,
      to: span.to ?? null,
      end: span.end,
    })),
    findings: analysis.findings.map(findingJson),
    findingsLeftOut: analysis.findingsLeftOut,
    coverage: analysis.coverage.map(({ rule, verdict, needs, missing, remedy }) => ({
      rule,
      verdict,
      needs,
      missing: missing ?? null,
      remedy: remedy ?? null,
    })),
    clocks: analysis.clocks.map(({ node, reference, offsetMs, atLeastMs, atMostMs, steady }) => ({
      node,
      reference,
      offsetMs,
      atLeastMs: Number.isFinite(atLeastMs) ? atLeastMs : null,
      atMostMs: Number.isFinite(atMostMs) ? atMostMs : null,
      steady,
    })),
    lostLines: analysis.sequence.lost,
    interrupted: analysis.interrupted,
  };
}

function fileJson(report: FileReport): Readonly<Record<string, unknown>> {
  const { file, format, counts, bytes, firstBroken, problem, unparsed } = report;
  return {
    file,
    format,
    bytes,
    counts,
    firstBroken,
    problem: problem?.message ?? null,
    ...(unparsed === undefined ? {} : { reasons: Object.fromEntries(report.reasons), unparsed }),
  };
}

/** A finding as it stands in the JSON of an analysis. */
export function findingJson(finding: Finding): Readonly<Record<string, unknown>> {
  return {
    rule: finding.rule,
    verdict: finding.verdict,
    severity: finding.severity,
    term: finding.term ?? null,
    nodes: finding.nodes,
    message: finding.message,
    group: finding.group ?? null,
    run: finding.run ?? null,
    evidence: finding.evidence.map(evidenceJson),
    causes: finding.causes.map(({ bug, confidence, why, against }) => ({
      bug,
      confidence,
      why,
      against: against ?? [],
    })),
    story: finding.story ?? null,
    consequenceOf: finding.consequenceOf ?? null,
    slice:
      (finding.consequenceOf === undefined ? finding.slice : undefined)?.map((event) => ({
        ...evidenceJson(event),
        isEvidence: finding.evidence.some((each) => isSame(each, event)),
      })) ?? null,
    logNext: finding.logNext ?? null,
  };
}

function evidenceJson({
  at,
  event,
  node,
  time,
  caller,
}: TraceEvent): Readonly<Record<string, unknown>> {
  return {
    file: at?.file ?? null,
    line: at?.line ?? null,
    text: at?.text === undefined ? null : at.text.slice(0, longestText),
    event,
    node: node ?? null,
    time,
    caller: caller ?? null,
  };
}

function isSame(a: TraceEvent, b: TraceEvent): boolean {
  if (a.at !== undefined) return a.at.line === b.at?.line && a.at.file === b.at.file;
  return a.event === b.event && a.node === b.node && a.time === b.time && a.seq === b.seq;
}
