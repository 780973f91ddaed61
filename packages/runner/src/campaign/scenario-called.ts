import { findScenario, type Scenario } from '@raftlens/sim';

/** The scenario of this name or alias. Throws for a name that is not known. */
export function scenarioCalled(name: string): Scenario {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  return scenario;
}
