import type { Finding } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';

/** What is known of the logs that evidence stands in. */
export interface LogsOfEvidence {
  /** One was over well before the other began. */
  areApart(file: string, other: string): boolean;
  /** The server has its name from the file, as no line says who it is. */
  isNamedAfter(node: string, file: string): boolean;
}

/**
 * A finding that sets two servers against each other proves nothing where one had written its last
 * line before the other wrote its first, and the lines do not say who they are: these may be of two
 * clusters, or of two runs of one.
 */
export function weighSpans(finding: Finding, logs: LogsOfEvidence): Finding {
  const { severity, evidence, message } = finding;
  if (severity !== 'violation') return finding;
  const isApart = evidence.some((event, index) =>
    evidence.slice(index + 1).some((other) => areOfTwo(event, other, logs)),
  );
  if (!isApart) return finding;
  const doubt = 'unless these are logs of two clusters: one is over before the other begins';
  return {
    ...finding,
    verdict: 'suspicious',
    severity: 'warning',
    message: `${message}, ${doubt}`,
  };
}

function areOfTwo(event: TraceEvent, other: TraceEvent, logs: LogsOfEvidence): boolean {
  const [one, two] = [event.at?.file, other.at?.file];
  if (one === undefined || two === undefined || one === two || event.node === other.node) {
    return false;
  }
  const isNamed = (node: string | undefined, file: string): boolean =>
    node !== undefined && !logs.isNamedAfter(node, file);
  return logs.areApart(one, two) && !(isNamed(event.node, one) && isNamed(other.node, two));
}
