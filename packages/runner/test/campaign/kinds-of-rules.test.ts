import { bugs, loadCore } from '@raftlens/bugs';
import { createJudge, type Rule, rules } from '@raftlens/invariants';
import { findScenario, runTrial } from '@raftlens/sim';
import { expect, test } from 'vitest';

/** The same rules, each hearing of messages of every kind. */
const hearingAll: readonly Rule[] = rules.map((rule) => ({
  ...rule,
  create: (context) => ({ ...rule.create(context), kinds: undefined }),
}));

const subjects = [undefined, ...bugs.map(({ name }) => name)];
const scenarios = ['2A', 'chaos', 'TestFigure82C', 'TestSnapshotInstallUnreliable2D'];

test.each(subjects.map((bug, index) => [bug ?? 'the correct core', bug, index] as const))(
  'rules that name kinds of messages judge %s as if they heard of all',
  async (_, bug, index) => {
    const scenario = findScenario(scenarios[index % scenarios.length] ?? '2A');
    if (scenario === undefined) throw new RangeError('no such scenario');
    const [named, all] = [createJudge(), createJudge({ rules: hearingAll })];
    runTrial({
      scenario,
      seed: 1 + index,
      core: await loadCore(bug),
      observe: (event) => {
        named.observe(event);
        all.observe(event);
      },
    });
    expect(named.finish()).toEqual(all.finish());
  },
);
