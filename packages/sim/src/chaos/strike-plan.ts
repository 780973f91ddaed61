import { createRandom } from '../random.ts';
import { virtualEpochMs } from '../virtual-epoch.ts';
import { linksWhere } from './aims.ts';
import type { Fault, Strike } from './fault.ts';
import { findFault } from './faults.ts';
import { linkBetween } from './links.ts';
import { type FaultPlan, leaderNode, type PlannedFault } from './plan.ts';
import { callAfter, type World } from './world.ts';

/**
 * Has the faults of a plan strike when they are due, and end; returns what ends them all at once.
 *
 * Throws for a fault, server or value that there is not, before anything strikes.
 */
export function strikePlan(world: World, plan: FaultPlan): () => void {
  const open = new Set<() => void>();
  for (const [number, planned] of plan.entries()) {
    const fault = check(world, planned);
    const { seed, run } = world.options;
    const random = createRandom(seed, `${run}/${planned.stream ?? number} ${planned.fault}`);
    const untilMs = world.nowMs + planned.at + planned.for;
    callAfter(world, planned.at, () => {
      const strike = { ...placeOf(world, planned), value: planned.value, untilMs, random };
      if (fault.possible?.(world, strike) === false) return;
      tell(world, 'fault.injected', planned, strike);
      world.tally.faults[fault.name] = (world.tally.faults[fault.name] ?? 0) + 1;
      const undo = fault.apply(world, strike);
      const end = (): void => {
        if (!open.delete(end)) return;
        tell(world, 'fault.cleared', planned, strike);
        undo();
      };
      open.add(end);
      callAfter(world, planned.for, end);
    });
  }
  return () => {
    for (const end of [...open]) end();
  };
}

function check(world: World, planned: PlannedFault): Fault {
  const fault = findFault(planned.fault);
  if (fault === undefined) throw new RangeError(`no fault is called ${planned.fault}`);
  const [min, max] = fault.range;
  if (!(planned.value >= min && planned.value <= max)) {
    throw new RangeError(`${planned.fault} takes ${min} to ${max} ${fault.unit}`);
  }
  if (!(planned.at >= 0 && planned.for >= 0)) {
    throw new RangeError(`${planned.fault} begins and lasts at least 0 ms`);
  }
  const ids = [...(planned.nodes ?? []), ...(planned.links ?? []).flat()];
  const unknown = ids.find((id) => id !== leaderNode && indexOf(world, id) < 0);
  if (unknown !== undefined) {
    throw new RangeError(`there is no server ${unknown} among ${world.options.size}`);
  }
  return fault;
}

function placeOf(world: World, { nodes, links }: PlannedFault): Pick<Strike, 'nodes' | 'links'> {
  const { machines } = world;
  const { size } = world.options;
  const chosen = new Set(nodes?.map((id) => indexOf(world, id)) ?? machines.keys());
  return {
    nodes: [...chosen].flatMap((index) => machines[index] ?? []),
    links:
      links?.map(([from, to]) => linkBetween(size, indexOf(world, from), indexOf(world, to))) ??
      linksWhere(size, () => true),
  };
}

/** Number of the server with this id; for the leader, when there is none, that of the first. */
export function indexOf({ machines }: World, id: string): number {
  if (id !== leaderNode) return machines.findIndex((machine) => machine.id === id);
  const leaders = machines.filter(({ leads }) => leads);
  leaders.sort((left, right) => right.ledTerm - left.ledTerm);
  return leaders[0]?.index ?? 0;
}

function tell(
  world: World,
  event: 'fault.injected' | 'fault.cleared',
  { fault, nodes, links }: PlannedFault,
  strike: Strike,
): void {
  const time = virtualEpochMs + world.nowMs;
  world.options.observe?.({
    event,
    time,
    run: world.options.run,
    fault,
    nodes: nodes === undefined ? undefined : strike.nodes.map(({ id }) => id),
    links: links === undefined ? undefined : strike.links.map((link) => endsOf(world, link)),
  });
}

function endsOf({ machines }: World, link: number): readonly [string, string] {
  const from = machines[Math.floor(link / machines.length)];
  const to = machines[link % machines.length];
  return [from?.id ?? '', to?.id ?? ''];
}
