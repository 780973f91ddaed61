import { type FaultPlan, leaderNode, type PlannedFault } from '../chaos/plan.ts';
import type { Random } from '../random.ts';

/**
 * A plan that is a little different: one to three strikes are moved, stretched, aimed at a leader,
 * repeated, left out or taken from `fresh`, a plan for the same cluster.
 */
export function mutatePlan(plan: FaultPlan, fresh: FaultPlan, random: Random): FaultPlan {
  let mutated: PlannedFault[] = [...plan];
  for (let changes = random.integer(1, 3); changes > 0; changes -= 1) {
    mutated = changeOne(mutated, fresh, random);
  }
  return mutated.sort((left, right) => left.at - right.at);
}

function changeOne(
  plan: readonly PlannedFault[],
  fresh: FaultPlan,
  random: Random,
): PlannedFault[] {
  const kind = random.integer(0, 5);
  const taken = fresh[random.integer(0, Math.max(0, fresh.length - 1))];
  if (kind === 0 || plan.length === 0) return taken === undefined ? [...plan] : [...plan, taken];
  const place = random.integer(0, plan.length - 1);
  const strike = plan[place];
  if (strike === undefined) return [...plan];
  if (kind === 1) return plan.filter((each) => each !== strike);
  if (kind === 2) return [...plan, moved(strike, random)];
  return plan.map((each) => {
    if (each !== strike) return each;
    if (kind === 3) return moved(strike, random);
    if (kind === 4)
      return { ...strike, for: Math.max(20, Math.round(strike.for * 2 * random.next())) };
    return atLeader(strike);
  });
}

function moved(strike: PlannedFault, random: Random): PlannedFault {
  return { ...strike, at: Math.max(0, strike.at + random.integer(-200, 400)) };
}

function atLeader(strike: PlannedFault): PlannedFault {
  if (strike.nodes === undefined) return strike;
  return { ...strike, nodes: [leaderNode, ...strike.nodes.slice(1)] };
}
