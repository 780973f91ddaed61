import { createJudge, findRule } from '@raftlens/invariants';
import type { FailureWatch } from '@raftlens/sim';

/**
 * Looks for one failure only: a rule by its id, or what a test saw, such as `no-leader`. Other
 * rules are not judged, which is most of the cost of a run.
 */
export function watchFor(breaks: string): FailureWatch {
  let shown = false;
  const rule = findRule(breaks);
  if (rule === undefined) {
    return {
      observe(event) {
        if (event.event === 'test.observed' && event.fact === breaks) shown = true;
      },
      shown: () => shown,
    };
  }
  const judge = createJudge({
    rules: [rule],
    causes: [],
    onFinding({ severity }) {
      if (severity !== 'note') shown = true;
    },
  });
  return { observe: judge.observe, shown: () => shown, finish: () => void judge.finish() };
}
