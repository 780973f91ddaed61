import { core } from '@raftlens/core';
import {
  type Capsule,
  type ChaosOptions,
  type FailureWatch,
  findScenario,
  recordCapsule,
} from '@raftlens/sim';

/** The capsule of one run of the correct core, up to what the watch looks for. */
export function capsuleOf(
  name: string,
  seed: number,
  watch: FailureWatch,
  chaos?: ChaosOptions,
): Capsule {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  const trial = { scenario, seed, core, chaos };
  const capsule = recordCapsule({ trial, breaks: 'leaders', watch });
  if (capsule === undefined) throw new RangeError(`${name} has no capsules`);
  return capsule;
}
