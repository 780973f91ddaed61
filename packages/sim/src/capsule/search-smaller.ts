import { leaderNode } from '../chaos/plan.ts';
import { createRandom, type Random } from '../random.ts';
import { type Capsule, type CapsuleOperation, sizeOfCapsule } from './capsule.ts';
import { groupsOf } from './operation-groups.ts';
import { withoutServer } from './shrink-servers.ts';
import type { Workbench } from './workbench.ts';

/** So many runs in vain end the search. */
const triesMax = 5_000;
/** The rest of the steps is for leaving out the decisions that the search brought. */
const share = 0.7;

/**
 * Leaves out faults and operations by chance and draws decisions anew, until no more than `target`
 * of them remain, or until steps run short. Removal alone gets stuck where each part changes what
 * becomes of all messages after it. True when it found something.
 */
export function searchSmaller(bench: Workbench, target: number): boolean {
  const random = createRandom(sizeOfCapsule(bench.best), 'search');
  let found = false;
  for (let vain = 0; vain < triesMax && !bench.over; vain += 1) {
    if (sizeOfCapsule(bench.best) <= target || bench.spent > share) break;
    const candidate = leaveOut(bench.best, random);
    if (!bench.attemptDrawn(candidate, random.integer(0, 2 ** 31))) continue;
    found = true;
    vain = 0;
  }
  return found;
}

function leaveOut(best: Capsule, random: Random): Capsule {
  const size = sizeOfCapsule(best);
  const leaves = [0.1, 0.25, 0.5, 0.75][random.integer(0, 3)] ?? 0.5;
  const stays = (): boolean => !random.chance(leaves);
  const plan = best.plan.filter(stays);
  const operations = groupsOf(best.operations).filter(stays).flat();
  const { snapshotInterval } = best.cluster;
  const often = snapshotInterval > 1 && random.chance(0.2);
  const smaller = {
    ...best,
    cluster: often ? { ...best.cluster, snapshotInterval: random.integer(1, 3) } : best.cluster,
    plan,
    operations: toLeader(operations, random).toSorted((left, right) => left.at - right.at),
  };
  if (sizeOfCapsule(smaller) < size) return smaller;
  const number = random.integer(1, best.cluster.size);
  return size > 0 && best.cluster.size > 3 ? withoutServer(smaller, number) : dropOne(best, random);
}

/** Whoever leads in a run that is drawn anew may be another server. */
function toLeader(
  operations: readonly CapsuleOperation[],
  random: Random,
): readonly CapsuleOperation[] {
  if (random.chance(0.5)) return operations;
  return operations
    .filter(({ again }) => again !== true)
    .map((operation) => ({ ...operation, to: leaderNode }));
}

function dropOne(best: Capsule, random: Random): Capsule {
  const groups = groupsOf(best.operations);
  const place = random.integer(0, best.plan.length + groups.length - 1);
  const plan = best.plan.filter((_, index) => index !== place);
  const kept = groups.filter((_, index) => index + best.plan.length !== place);
  return { ...best, plan, operations: kept.flat().toSorted((left, right) => left.at - right.at) };
}
