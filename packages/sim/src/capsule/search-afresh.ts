import { leaderNode, type PlannedFault } from '../chaos/plan.ts';
import { createRandom, type Random } from '../random.ts';
import { type Capsule, type CapsuleOperation, sizeOfCapsule } from './capsule.ts';
import { groupsOf } from './operation-groups.ts';
import { withoutServer } from './shrink-servers.ts';
import type { Workbench } from './workbench.ts';

/** The longest pause between two parts, and the time behind the last, in election timeouts. */
const pauses = 3;
const rest = 5;
/** So many of the last parts are drawn from more often: they are closest to the failure. */
const late = 8;

/**
 * Draws a few faults and operations from the capsule, closes up the time between them, and lets
 * chance decide the rest, over and over: what takes hours of churn to come about by chance often
 * comes about in a second once somebody knows which kinds of things it takes. True when one of
 * these runs shows the failure with no more than `target` parts.
 */
export function searchAfresh(bench: Workbench, target: number): boolean {
  const { best } = bench;
  if (sizeOfCapsule(best) <= target) return false;
  const random = createRandom(sizeOfCapsule(best), 'afresh');
  while (!bench.over) {
    const candidate = drawFew(best, countOf(target, random), random);
    if (bench.attemptAfresh(candidate, random.integer(0, 2 ** 31))) return true;
  }
  return false;
}

/** As many as may be, most of the time: what is not needed goes afterwards. */
function countOf(target: number, random: Random): number {
  return random.chance(0.7) ? target : random.integer(1, target);
}

function drawFew(best: Capsule, count: number, random: Random): Capsule {
  const groups = groupsOf(best.operations);
  const least = Math.max(0, count - groups.length);
  const faults = Math.min(best.plan.length, random.integer(least, count));
  const asked = Math.min(groups.length, count - faults);
  const plan = pickSome(best.plan, faults, random);
  const operations = pickSome(groups, asked, random).flatMap(([first]) => first ?? []);
  const { snapshotInterval } = best.cluster;
  const often = snapshotInterval > 1 && random.chance(0.7);
  const cluster = often
    ? { ...best.cluster, snapshotInterval: random.integer(1, 3) }
    : best.cluster;
  let drawn: Capsule = { ...best, cluster, plan, operations, decisions: [] };
  const faithful = random.chance(0.4);
  drawn = closeUp(drawn, faithful, random);
  while (!faithful && drawn.cluster.size > 3 && random.chance(0.6)) {
    drawn = withoutServer(drawn, random.integer(1, drawn.cluster.size));
  }
  return drawn;
}

/** Some of a list, in its order; those at its end more often. */
function pickSome<Part>(parts: readonly Part[], count: number, random: Random): readonly Part[] {
  const places = new Set<number>();
  for (let tries = 0; places.size < count && tries < 50; tries += 1) {
    const from = random.chance(0.5) ? Math.max(0, parts.length - late) : 0;
    places.add(random.integer(from, parts.length - 1));
  }
  return parts.filter((_, place) => places.has(place));
}

/**
 * Gives every part another time, with no more than short pauses between them. One that is faithful
 * keeps the order, the short pauses and the servers of old.
 */
function closeUp(capsule: Capsule, faithful: boolean, random: Random): Capsule {
  const longest = capsule.cluster.settings.electionTimeoutMs[1];
  const times = new Map<PlannedFault | CapsuleOperation, number>();
  // The first comes when a leader can be there.
  let atMs = Math.round(longest * (1 + random.next()));
  let beforeMs: number | undefined;
  for (const part of inOrder([...capsule.plan, ...capsule.operations])) {
    if (beforeMs !== undefined) {
      const pause = pauseOf(longest, random);
      atMs += faithful ? Math.min(part.at - beforeMs, pauses * longest) : Math.round(pause);
    }
    beforeMs = part.at;
    times.set(part, atMs);
  }
  const lastsMs = atMs + rest * longest;
  const lengthOf = (fault: PlannedFault, left: number): number => {
    const which = faithful ? random.integer(0, 1) : random.integer(0, 3);
    if (which === 0) return Math.min(left, fault.for);
    if (which === 1) return Math.min(left, fault.for, Math.round(pauses * longest));
    return which === 2 ? left : Math.min(left, Math.round(random.next() * pauses * longest));
  };
  const plan = capsule.plan.map((fault) => {
    const at = times.get(fault) ?? 0;
    const { turn: _, ...kept } = fault;
    const nodes = faithful ? {} : nodesOf(fault, capsule, random);
    return { ...kept, ...nodes, at, for: lengthOf(fault, lastsMs - at) };
  });
  const operations = capsule.operations.map((operation) => {
    const { turn: _, again: __, ...kept } = operation;
    const to = random.chance(faithful ? 0.3 : 0.7) ? leaderNode : operation.to;
    return { ...kept, to, at: times.get(operation) ?? 0 };
  });
  return { ...capsule, lastsMs, plan: inOrder(plan), operations: inOrder(operations) };
}

/** Half of them are at once, or nearly so. */
function pauseOf(longest: number, random: Random): number {
  return random.chance(0.3) ? 10 * random.next() : pauses * longest * random.next() ** 2;
}

/** A fault of one server may as well strike another one. */
function nodesOf(
  { nodes }: PlannedFault,
  { cluster }: Capsule,
  random: Random,
): Pick<PlannedFault, 'nodes'> {
  if (nodes?.length !== 1 || random.chance(0.3)) return nodes === undefined ? {} : { nodes };
  return { nodes: [random.chance(0.5) ? leaderNode : `n${random.integer(1, cluster.size)}`] };
}

function inOrder<Part extends { readonly at: number }>(parts: readonly Part[]): readonly Part[] {
  return parts.toSorted((left, right) => left.at - right.at);
}
