import { faults } from '../chaos/faults.ts';
import type { FaultPlan, PlannedFault } from '../chaos/plan.ts';
import type { Random } from '../random.ts';

/** Strikes of one fault at the leader, one after the other. */
export function strikesAtLeader(
  random: Random,
  fault: string,
  times: {
    readonly strikes: readonly [min: number, max: number];
    readonly firstMs: number;
    readonly everyMs: number;
    readonly lastsMs: readonly [min: number, max: number];
  },
): FaultPlan {
  const { strikes, firstMs, everyMs, lastsMs } = times;
  return Array.from({ length: random.integer(...strikes) }, (_, strike) => ({
    fault,
    at: firstMs + strike * everyMs + random.integer(0, everyMs - 1),
    for: random.integer(...lastsMs),
    nodes: ['leader'],
    value: 1,
  }));
}

/** A fault that goes on for most of a scene, as hard as it usually is or harder. */
export function allAlong(random: Random, fault: string, forMs: number): PlannedFault {
  const usual = faults.find(({ name }) => name === fault)?.default ?? 1;
  const value = usual * ([0.4, 0.7, 1][random.integer(0, 2)] ?? 1);
  return { fault, at: random.integer(0, 200), for: forMs, value };
}
