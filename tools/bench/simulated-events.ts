import { loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { findScenario, runTrial, type Scenario } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';

/** The scenario of this name, which must exist. */
export function scenario(name: string): Scenario {
  const found = findScenario(name);
  if (found === undefined) throw new RangeError(`no scenario is called ${name}`);
  return found;
}

/** The first events of a lab part on the correct core, seed after seed: the same at every call. */
export async function simulatedEvents(part: string, count: number): Promise<readonly TraceEvent[]> {
  const core: Core = await loadCore(undefined);
  const events: TraceEvent[] = [];
  for (let seed = 1; events.length < count; seed += 1) {
    runTrial({
      scenario: scenario(part),
      seed,
      core,
      observe: (event) => events.push(event),
      halted: () => events.length >= count,
    });
  }
  return events.slice(0, count);
}
