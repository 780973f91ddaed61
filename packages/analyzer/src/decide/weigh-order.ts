import { type Finding, orderFreeRules } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';
import type { OrderOfLines } from '../input/file-order.ts';

/**
 * A finding that hangs on the order of two lines of one file proves nothing where the order of that
 * file is lost, or where the clock says the contrary: somebody has sorted the lines, or put the
 * newest first. Where only the lines of each server are in order, it proves nothing between two.
 * Neither does one that sets a line against its own copy.
 */
export function weighOrder(finding: Finding, orderOf: (file: string) => OrderOfLines): Finding {
  const { rule, severity, evidence } = finding;
  if (severity !== 'violation') return finding;
  const lines = new Set(evidence.map(({ at }) => `${at?.file}:${at?.line}`));
  if (lines.size < 2) return finding;
  const isFree = orderFreeRules.has(rule);
  if (!isFree && isOneLineTwice(evidence)) {
    return doubted(finding, 'inconsistent', 'but the lines are the same: one may be a copy');
  }
  const [first] = evidence;
  const isOfOne = first?.node !== undefined && evidence.every(({ node }) => node === first.node);
  const isDoubtful = evidence.some(({ at }) => {
    const order = orderOf(at?.file ?? '');
    if (order === 'lost-names') return true;
    return !isFree && (order === 'lost' || (order === 'per-server' && !isOfOne));
  });
  if (!isDoubtful && (isFree || !contradicts(evidence))) return finding;
  const doubt = 'unless somebody has changed the order of these lines, of which there are signs';
  return doubted(finding, 'suspicious', doubt);
}

function doubted(finding: Finding, verdict: Finding['verdict'], doubt: string): Finding {
  return { ...finding, verdict, severity: 'warning', message: `${finding.message}, ${doubt}` };
}

function isOneLineTwice([first, ...others]: readonly TraceEvent[]): boolean {
  const text = first?.at?.text;
  return text !== undefined && others.every((e) => e.at?.text === text && e.time === first?.time);
}

function contradicts(evidence: readonly TraceEvent[]): boolean {
  return evidence.some((event, index) => {
    const next = evidence[index + 1];
    const isOfOneLog = next !== undefined && next.at?.file === event.at?.file;
    return isOfOneLog && next.node === event.node && isLater(event, next);
  });
}

/** Says a time after that of a line that stands behind it. */
function isLater(event: TraceEvent, next: TraceEvent): boolean {
  return event.time > next.time && (event.at?.line ?? 0) < (next.at?.line ?? 0);
}
