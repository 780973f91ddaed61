import type { TraceEvent } from '@raftlens/trace';
import type { ServerView } from './cluster/server-view.ts';
import type { Finding } from './finding.ts';
import { orderFreeRules } from './order-free-rules.ts';

/**
 * A finding on a server whose own lines stand in another order than it wrote them is an observation
 * that contradicts itself, unless it is true of them in any order.
 */
export function weighDisorder(finding: Finding, servers: ReadonlyMap<string, ServerView>): Finding {
  const { rule, severity, verdict, nodes, evidence, message } = finding;
  if (severity !== 'violation' || verdict !== 'violated') return finding;
  const involved = [...nodes, ...evidence.flatMap(({ node }) => node ?? [])];
  const server = involved.find((id) => servers.get(id)?.disordered !== undefined);
  if (server === undefined) return finding;
  if (orderFreeRules.has(rule) && isTrueInAnyOrder(finding)) return finding;
  const sign = servers.get(server)?.disordered === 'seq' ? 'counter (seq)' : 'clock';
  const doubt = `but the lines of ${server} are not in the order in which it wrote them`;
  return {
    ...finding,
    verdict: 'inconsistent',
    severity: 'warning',
    message: `${message}, ${doubt}: its ${sign} goes back`,
  };
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
