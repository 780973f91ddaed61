import type { ClusterJudge } from './cluster-judge.ts';

/** The judges of a trace, by run and group. */
export interface JudgesAtWork {
  of(run: string | undefined, group: string | undefined): ClusterJudge | undefined;
  add(judge: ClusterJudge): void;
  drop(judge: ClusterJudge): void;
  /** In the order in which they were added. */
  all(): Iterable<ClusterJudge>;
  clear(): void;
}

/** Begins with none. Lines of many groups come in turn: a key for each line would cost most. */
export function createJudgesAtWork(): JudgesAtWork {
  const byRun = new Map<string | undefined, Map<string | undefined, ClusterJudge>>();
  const judges = new Set<ClusterJudge>();
  return {
    of: (run, group) => byRun.get(run)?.get(group),
    add(judge) {
      const { run, group } = judge.tracker.view;
      const byGroup = byRun.get(run) ?? new Map<string | undefined, ClusterJudge>();
      byRun.set(run, byGroup);
      byGroup.set(group, judge);
      judges.add(judge);
    },
    drop(judge) {
      const { run, group } = judge.tracker.view;
      judges.delete(judge);
      byRun.get(run)?.delete(group);
      if (byRun.get(run)?.size === 0) byRun.delete(run);
    },
    all: () => judges,
    clear() {
      judges.clear();
      byRun.clear();
    },
  };
}
