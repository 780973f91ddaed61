import { nodeOrder } from '@raftlens/trace';
import type { ClusterView } from './cluster/cluster-view.ts';
import type { Leadership } from './cluster/leadership.ts';
import type { ClusterJudge } from './cluster-judge.ts';
import { coverageOf, createCoverageTally } from './coverage-tally.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judgement.ts';
import type { LeaderSpan } from './leader-span.ts';
import type { Rule } from './rule.ts';
import { weighDisorder } from './weigh-disorder.ts';

/** Collects a judgement over all clusters of a trace. */
export interface JudgementTally {
  found(finding: Finding): void;
  /** A cluster is over: finishes its judge and takes in what that has to say. */
  close(judge: ClusterJudge): void;
  total(): Judgement;
}

const findingsKept = 1000;

/** Starts with nothing found; `weigh` says at the end what each finding is worth. */
export function createJudgementTally(
  rules: readonly Rule[],
  weigh: (finding: Finding) => Finding = (finding) => finding,
): JudgementTally {
  const findings: Finding[] = [];
  const leaders: LeaderSpan[] = [];
  const nodes = new Set<string>();
  const sequence = { lost: 0, disordered: 0 };
  const coverage = createCoverageTally(rules);
  let findingsLeftOut = 0;
  return {
    found(finding) {
      if (findings.length < findingsKept) {
        findings.push(finding);
        return;
      }
      findingsLeftOut += 1;
      coverage.found(weigh(finding));
    },
    close(judge) {
      const { view, sequence: checked } = judge.tracker;
      coverage.closed(judge.finish(), checked);
      if (isDisordered(view)) {
        for (const [index, finding] of findings.entries()) {
          if (finding.group !== view.group || finding.run !== view.run) continue;
          findings[index] = weighDisorder(finding, view.servers);
        }
      }
      sequence.lost += checked.lost;
      sequence.disordered += checked.disordered;
      for (const id of view.servers.keys()) nodes.add(id);
      for (const leadership of view.leaderships) leaders.push(spanOf(view, leadership));
    },
    total() {
      const weighed = findings.map(weigh);
      for (const finding of weighed) coverage.found(finding);
      return {
        findings: weighed,
        findingsLeftOut,
        coverage: coverageOf(coverage, rules),
        leaders,
        nodes: [...nodes].sort(nodeOrder).map((node) => ({ node, aliases: [] })),
        sequence,
      };
    },
  };
}

function isDisordered({ servers }: ClusterView): boolean {
  for (const { disordered, displaced } of servers.values()) {
    if (disordered !== undefined || displaced !== undefined) return true;
  }
  return false;
}

function spanOf({ group, run }: ClusterView, leadership: Leadership): LeaderSpan {
  const { node, term, began, ended } = leadership;
  return { group, run, term, node, from: began.time, to: ended?.time, end: ended?.how ?? 'open' };
}
