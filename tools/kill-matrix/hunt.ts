import { type Bug, loadCore } from '@raftlens/bugs';
import { createJudge, orderFindings } from '@raftlens/invariants';
import { findScenario, runTrial } from '@raftlens/sim';

/** A scenario, and how many seeds are spent on each bug. */
export interface Suite {
  readonly scenario: string;
  readonly seeds: number;
}

/** The first seed at which a bug shows. */
export interface Kill {
  readonly seed: number;
  /** The broken rule that stands first, `tester` where only the lab complains, or `throws`. */
  readonly by: string;
  /** The place of the bug itself among the suspects of that finding, from 1; 0 for none. */
  readonly rank: number;
}

/** Runs a suite on a patched core, seed after seed, until something is wrong. */
export async function hunt(bug: Bug | undefined, suite: Suite): Promise<Kill | undefined> {
  const scenario = findScenario(suite.scenario);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${suite.scenario}`);
  const core = await loadCore(bug?.name);
  for (let seed = 1; seed <= suite.seeds; seed += 1) {
    const judge = createJudge();
    let passed: boolean;
    try {
      ({ passed } = runTrial({ scenario, seed, core, observe: judge.observe }));
    } catch {
      return { seed, by: 'throws', rank: 0 };
    }
    const findings = orderFindings(judge.finish().findings);
    const [chief] = findings;
    const violated = chief?.severity === 'violation';
    if (!violated && passed) continue;
    if (!violated) return { seed, by: 'tester', rank: 0 };
    // The rule that stands first need not tell most: the best place in any finding of the run.
    const ranks = findings
      .map(({ causes }) => causes.findIndex((cause) => cause.bug === bug?.name) + 1)
      .filter((rank) => rank > 0);
    return { seed, by: chief.rule, rank: Math.min(...ranks, 99) % 99 };
  }
  return undefined;
}
