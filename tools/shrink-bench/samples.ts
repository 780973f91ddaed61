import { bugs, loadCore } from '@raftlens/bugs';
import { runSeed, type SeedFailure } from '@raftlens/loop';
import { findScenario, findStrategy } from '@raftlens/sim';

/** Where failing seeds are looked for. */
export interface Ground {
  readonly scenario: string;
  /** As `raft-loop` takes by default. */
  readonly strategy: string;
  /** So many seeds are tried for each bug. */
  readonly tries: number;
  /** So many failing ones of them are shrunk. */
  readonly wanted: number;
}

/** A failing seed. */
export interface Sample extends Pick<Ground, 'scenario' | 'strategy'> {
  readonly bug: string;
  readonly failure: SeedFailure;
}

/** The lab and chaos, each with about as many seeds as take equally long. */
export const grounds: readonly Ground[] = [
  { scenario: '2A', strategy: 'uniform', tries: 40, wanted: 2 },
  { scenario: '2B', strategy: 'uniform', tries: 8, wanted: 1 },
  { scenario: '2C', strategy: 'uniform', tries: 2, wanted: 1 },
  { scenario: '2D', strategy: 'uniform', tries: 3, wanted: 1 },
  { scenario: 'chaos', strategy: 'portfolio', tries: 50, wanted: 3 },
];

/** The first failing seeds of these bugs, or of every one, from this seed on. */
export async function* samplesFrom(
  firstSeed: number,
  only: readonly string[],
): AsyncGenerator<Sample> {
  for (const { name: bug } of bugs) {
    if (only.length > 0 && !only.includes(bug)) continue;
    const core = await loadCore(bug);
    for (const { scenario: name, strategy: strategyName, tries, wanted } of grounds) {
      const scenario = findScenario(name);
      const strategy = findStrategy(strategyName);
      if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
      let found = 0;
      for (let seed = firstSeed; seed < firstSeed + tries && found < wanted; seed += 1) {
        const failure = failureOf(() => runSeed({ scenario, core, seed, strategy }));
        if (failure === undefined) continue;
        found += 1;
        yield { scenario: name, strategy: strategyName, bug, failure };
      }
    }
  }
}

/** A patched core that throws tells by that what is wrong, and has nothing to shrink. */
function failureOf(run: () => SeedFailure | undefined): SeedFailure | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
