import { chaosTest } from './chaos/run-chaos.ts';
import { labTests } from './lab/lab-tests.ts';
import { threadTests } from './threads/thread-tests.ts';
import type { Scenario } from './trial.ts';

/**
 * Every scenario: the parts of the lab, each of their tests alone, and what goes beyond the lab.
 */
export const scenarios: readonly Scenario[] = [
  ...Object.entries(labTests).map(([part, tests]) => ({
    name: part,
    aliases: [part.replace('2', '3')],
    title: `Lab part ${part}: ${tests.length} tests`,
    tests: tests.map((test) => test.name),
  })),
  ...Object.values(labTests)
    .flat()
    .map((test) => ({
      name: test.name,
      aliases: [test.name.replace(/2([A-D])$/, '3$1')],
      title: test.title,
      tests: [test.name],
    })),
  {
    name: 'all',
    aliases: ['lab'],
    title: 'Every test of the lab, 2A to 2D',
    tests: Object.values(labTests)
      .flat()
      .map((test) => test.name),
  },
  {
    name: chaosTest,
    aliases: [],
    title:
      'Clients work under faults of network, servers, disks, clocks and members, which then heal',
    tests: [chaosTest],
  },
  {
    name: 'threads',
    aliases: [],
    title: 'Servers run by threads with locks and a channel, on 3 and on 5 servers',
    tests: threadTests.map((test) => test.name),
  },
];

/** The scenario with this name or alias, whatever its case. */
export function findScenario(name: string): Scenario | undefined {
  const wanted = name.toLowerCase();
  return scenarios.find(
    (scenario) =>
      scenario.name.toLowerCase() === wanted ||
      scenario.aliases.some((alias) => alias.toLowerCase() === wanted),
  );
}
