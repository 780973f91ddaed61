import { bugs, loadCore } from '@raftlens/bugs';
import { createJudge, type Finding, huntRules } from '@raftlens/invariants';
import { findScenario, runTrial } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

/** Everything that a finding says but the numbers of its lines, which a hunt does not give out. */
function told(finding: Finding): unknown {
  const lines = finding.evidence.map(({ event, time, node, term }) => [event, time, node, term]);
  return { ...finding, evidence: lines };
}

const hunting = new Set(huntRules.map(({ id }) => id));

/** What a judge finds in a run: of all its events, and of those that the rules of a hunt need. */
async function bothWays(bug: string | undefined, name: string, seed: number) {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(name);
  const core = await loadCore(bug);
  const [full, hunt] = [createJudge(), createJudge({ rules: huntRules })];
  const seen = { full: 0, hunt: 0 };
  const all = (event: TraceEvent): void => {
    seen.full += 1;
    full.observe(event);
  };
  const needed = Object.assign(
    (event: TraceEvent): void => {
      seen.hunt += 1;
      hunt.observe(event);
    },
    { attention: hunt.attention },
  );
  const results = [all, needed].map((observe) => runTrial({ scenario, seed, core, observe }));
  return { results, full: full.finish(), hunt: hunt.finish(), seen };
}

const subjects = [undefined, ...bugs.map(({ name }) => name)];
const scenarioOf = (seed: number): string =>
  ['2A', 'chaos', 'TestFigure82C', 'TestReliableChurn2C', '2A', 'threads'][seed % 6] ?? '2A';

// Each bug under two scenarios, always others, so that all pairs are met as the list grows.
test.each(subjects.map((bug, index) => [bug ?? 'the correct core', bug, index] as const))(
  'a hunt of %s finds what the whole trace shows',
  async (_, bug, index) => {
    for (let step = 0; step < 2; step += 1) {
      const seed = 1 + index * 5 + step * 7;
      const { results, full, hunt } = await bothWays(bug, scenarioOf(seed), seed);
      expect(results[1], `seed ${seed}`).toEqual(results[0]);
      const [huntable, others] = [
        full.findings.filter(({ rule }) => hunting.has(rule)),
        full.findings.filter(({ rule }) => !hunting.has(rule)),
      ];
      expect(hunt.findings.map(told), `seed ${seed}`).toEqual(huntable.map(told));
      expect(others.filter(({ severity }) => severity === 'violation')).toEqual([]);
      expect(hunt.leaders).toEqual(full.leaders);
    }
  },
);

test('a hunt sees a part of the events', async () => {
  const { seen } = await bothWays(undefined, '2A', 3);
  expect(seen.hunt).toBeGreaterThan(0);
  expect(seen.hunt).toBeLessThan(seen.full);
});
