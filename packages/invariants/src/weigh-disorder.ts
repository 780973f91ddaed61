import type { TraceEvent } from '@raftlens/trace';
import type { ServerView } from './cluster/server-view.ts';
import type { Finding } from './finding.ts';
import { orderFreeRules } from './order-free-rules.ts';

/**
 * A finding on a server whose own lines stand in another order than it wrote them is an observation
 * that contradicts itself, unless it is true of them in any order.
 */
export function weighDisorder(finding: Finding, servers: ReadonlyMap<string, ServerView>): Finding {
  const { rule, severity, verdict, message } = finding;
  if (severity !== 'violation' || verdict !== 'violated') return finding;
  const sign = signOfDisorder(finding, servers);
  if (sign === undefined) return finding;
  if (orderFreeRules.has(rule) && isTrueInAnyOrder(finding)) return finding;
  return {
    ...finding,
    verdict: 'inconsistent',
    severity: 'warning',
    message: `${message}, but the lines of ${sign}`,
  };
}

function signOfDisorder(
  { nodes, evidence }: Finding,
  servers: ReadonlyMap<string, ServerView>,
): string | undefined {
  const times = evidence.map(({ time }) => time);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  for (const id of [...nodes, ...evidence.flatMap(({ node }) => node ?? [])]) {
    const { disordered, displaced = [] } = servers.get(id) ?? {};
    const isBetween = displaced.some((time) => time >= from && time <= to);
    if (disordered === undefined && !isBetween) continue;
    const sign = disordered === 'seq' ? 'counter (seq)' : 'clock';
    return `${id} are not in the order in which it wrote them: its ${sign} goes back`;
  }
  return undefined;
}

/** A crash between the lines may have taken back what the first one says. */
function isTrueInAnyOrder(finding: Finding): boolean {
  const [first] = finding.evidence;
  return finding.evidence.every(
    (event) =>
      tellsTerm(event, finding) && (finding.rule !== 'double-vote' || event.inc === first?.inc),
  );
}

/** The line itself names the term, which in many logs is taken from a line before. */
function tellsTerm({ seq, at }: TraceEvent, { term }: Finding): boolean {
  if (seq !== undefined || at?.text === undefined || term === undefined) return true;
  return at.text.split(/\D+/).includes(String(term));
}
