import type { Finding } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';
import type { OrderOfLines } from '../input/file-order.ts';

/** These contradict each other in whatever order they were written. */
const orderFree: ReadonlySet<string> = new Set([
  'election-safety',
  'double-vote',
  'leader-completeness',
  'log-matching',
  'state-machine-safety',
  'test-failed',
]);

/**
 * A finding that hangs on the order of two lines of one file proves nothing where the order of that
 * file is lost, or where the clock says the contrary: somebody has sorted the lines, or put the
 * newest first. Where only the lines of each server are in order, it proves nothing between two.
 */
export function weighOrder(finding: Finding, orderOf: (file: string) => OrderOfLines): Finding {
  const { rule, severity, evidence, message } = finding;
  if (severity !== 'violation') return finding;
  const lines = new Set(evidence.map(({ at }) => `${at?.file}:${at?.line}`));
  if (lines.size < 2) return finding;
  const [first] = evidence;
  const isOfOne = first?.node !== undefined && evidence.every(({ node }) => node === first.node);
  const isFree = orderFree.has(rule);
  const isDoubtful = evidence.some(({ at }) => {
    const order = orderOf(at?.file ?? '');
    if (order === 'lost-names') return true;
    return !isFree && (order === 'lost' || (order === 'per-server' && !isOfOne));
  });
  if (!isDoubtful && (isFree || !contradicts(evidence))) return finding;
  const doubt = 'unless somebody has changed the order of these lines, of which there are signs';
  return {
    ...finding,
    verdict: 'suspicious',
    severity: 'warning',
    message: `${message}, ${doubt}`,
  };
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
