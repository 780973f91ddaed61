import { nodeOrder, type TraceEvent } from '@raftlens/trace';
import type { Cause } from './cause.ts';
import { causes as allCauses } from './causes.ts';
import { type ClusterJudge, createClusterJudge } from './cluster-judge.ts';
import type { Coverage } from './coverage.ts';
import { coverageOf, createCoverageTally } from './coverage-tally.ts';
import type { Finding } from './finding.ts';
import type { LeaderSpan } from './leader-span.ts';
import type { NodeSummary } from './node-summary.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';

/** How to judge; every part has a default. */
export interface JudgeOptions {
  readonly rules?: readonly Rule[] | undefined;
  readonly causes?: readonly Cause[] | undefined;
  /** Hears of each finding as soon as a line proves it. */
  readonly onFinding?: ((finding: Finding) => void) | undefined;
}

/** What a judge found. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** How many findings were left out because there were too many. */
  readonly findingsLeftOut: number;
  readonly coverage: readonly Coverage[];
  readonly leaders: readonly LeaderSpan[];
  readonly nodes: readonly NodeSummary[];
  /** Lines that the servers' own counters show to be missing or out of place. */
  readonly sequence: { readonly lost: number; readonly disordered: number };
}

/** Checks events against every rule, in one pass. */
export interface Judge {
  /** Events of one server come in the order in which it wrote them. */
  observe(event: TraceEvent): void;
  finish(): Judgement;
}

const findingsKept = 1000;

/** Makes a judge. Each Raft group of each run is judged by itself. */
export function createJudge(options: JudgeOptions = {}): Judge {
  const rules = options.rules ?? allRules;
  const causes = options.causes ?? allCauses;
  const clusters = new Map<string, ClusterJudge>();
  const findings: Finding[] = [];
  const leaders: LeaderSpan[] = [];
  const nodes = new Set<string>();
  const sequence = { lost: 0, disordered: 0 };
  const tally = createCoverageTally(rules);
  let findingsLeftOut = 0;
  let current:
    | {
        readonly run: string | undefined;
        readonly group: string | undefined;
        readonly judge: ClusterJudge;
      }
    | undefined;

  const onFinding = (finding: Finding): void => {
    if (findings.length < findingsKept) findings.push(finding);
    else findingsLeftOut += 1;
    tally.found(finding);
    options.onFinding?.(finding);
  };

  const judgeOf = (event: TraceEvent): ClusterJudge => {
    const { group, run } = event;
    if (current !== undefined && current.run === run && current.group === group)
      return current.judge;
    const key = JSON.stringify([group, run]);
    let judge = clusters.get(key);
    if (judge === undefined) {
      judge = createClusterJudge({ rules, causes, group, run, onFinding });
      clusters.set(key, judge);
    }
    current = { run, group, judge };
    return judge;
  };

  const close = (judge: ClusterJudge): void => {
    const { view } = judge.tracker;
    tally.closed(judge.finish(), judge.tracker.sequence);
    sequence.lost += judge.tracker.sequence.lost;
    sequence.disordered += judge.tracker.sequence.disordered;
    for (const id of view.servers.keys()) nodes.add(id);
    for (const { node, term, began, ended } of view.leaderships) {
      leaders.push({
        group: view.group,
        run: view.run,
        term,
        node,
        from: began.time,
        to: ended?.time,
        end: ended?.how ?? 'open',
      });
    }
  };

  /** A simulated run that begins again under the same name is a new cluster, not the old one. */
  const isAnotherRun = (event: TraceEvent, judge: ClusterJudge): boolean =>
    event.event === 'trace.started' &&
    event.clock === 'virtual' &&
    judge.tracker.view.started !== undefined;

  return {
    observe(event) {
      let judge = judgeOf(event);
      if (isAnotherRun(event, judge)) {
        close(judge);
        clusters.delete(JSON.stringify([event.group, event.run]));
        current = undefined;
        judge = judgeOf(event);
      }
      judge.observe(event);
    },
    finish() {
      for (const judge of clusters.values()) close(judge);
      clusters.clear();
      current = undefined;
      const coverage = coverageOf(tally, rules);
      const summaries = [...nodes].sort(nodeOrder).map((node) => ({ node, aliases: [] }));
      return { findings, findingsLeftOut, coverage, leaders, nodes: summaries, sequence };
    },
  };
}
