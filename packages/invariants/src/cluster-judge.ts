import type { EventName, TraceEvent } from '@raftlens/trace';
import type { Cause } from './cause.ts';
import { type ClusterTracker, createClusterTracker } from './cluster/cluster-tracker.ts';
import type { Finding, Report, Suspect } from './finding.ts';
import type { Basis, Rule, RuleCheck } from './rule.ts';

/** Every rule at work on one Raft group of one run. */
export interface ClusterJudge {
  readonly tracker: ClusterTracker;
  observe(event: TraceEvent): void;
  /** What each rule of `rules`, in order, had to judge by. */
  finish(): readonly Basis[];
}

/** What a cluster is judged with. */
export interface ClusterJudgeOptions {
  readonly rules: readonly Rule[];
  readonly causes: readonly Cause[];
  readonly group: string | undefined;
  readonly run: string | undefined;
  readonly onFinding: (finding: Finding) => void;
}

type AnyHandler = (event: TraceEvent) => void;

/**
 * Sets the rules to work. A finding that repeats an earlier one (rule, term, servers, verdict) is
 * not told again.
 */
export function createClusterJudge(options: ClusterJudgeOptions): ClusterJudge {
  const { rules, group, run } = options;
  const tracker = createClusterTracker(group, run);
  const told = new Set<string>();
  const checks = rules.map((rule) =>
    rule.create({
      cluster: tracker.view,
      report(report) {
        const key = `${rule.id} ${report.term ?? ''} ${report.nodes.join(' ')} ${report.verdict}`;
        if (told.has(key)) return;
        told.add(key);
        options.onFinding(findingOf(options, tracker, rule, report));
      },
    }),
  );
  const handlers = handlersByEvent(checks);
  const onLeadership = checks.flatMap((check) => check.onLeadership ?? []);
  let time = Number.NEGATIVE_INFINITY;
  return {
    tracker,
    observe(event) {
      if (event.time > time) time = event.time;
      const leadership = tracker.observe(event);
      if (leadership !== undefined) for (const handle of onLeadership) handle(leadership);
      const wanted = handlers.get(event.event);
      if (wanted !== undefined) for (const handle of wanted) handle(event);
    },
    finish: () => checks.map((check) => check.end(time)),
  };
}

function handlersByEvent(
  checks: readonly RuleCheck[],
): ReadonlyMap<EventName, readonly AnyHandler[]> {
  const handlers = new Map<EventName, AnyHandler[]>();
  for (const { on } of checks) {
    for (const [name, handle] of Object.entries(on)) {
      // Each name leads to a handler for its own event, which the compiler cannot follow.
      const key = name as EventName;
      handlers.set(key, [...(handlers.get(key) ?? []), handle as AnyHandler]);
    }
  }
  return handlers;
}

function findingOf(
  { causes, group, run }: ClusterJudgeOptions,
  tracker: ClusterTracker,
  rule: Rule,
  report: Report,
): Finding {
  const suspects: Suspect[] = [];
  for (const cause of causes) {
    const speaks = cause.explain({ ...report, rule: rule.id }, tracker.view);
    if (speaks === undefined) continue;
    const confidence = Math.round(speaks.confidence * 100) / 100;
    suspects.push({ bug: cause.name, confidence, why: speaks.why });
  }
  suspects.sort((a, b) => b.confidence - a.confidence);
  return {
    ...report,
    nodes: [...new Set(report.nodes)],
    evidence: [...new Set(report.evidence)],
    rule: rule.id,
    severity: report.severity ?? rule.severity,
    group,
    run,
    causes: suspects,
  };
}
