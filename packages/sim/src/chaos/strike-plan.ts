import { virtualEpochMs } from '../cluster.ts';
import { createRandom } from '../random.ts';
import { linksWhere } from './aims.ts';
import type { Fault, Strike } from './fault.ts';
import { findFault } from './faults.ts';
import { linkBetween } from './links.ts';
import type { FaultPlan, PlannedFault } from './plan.ts';
import { callAfter, type World } from './world.ts';

/**
 * Has the faults of a plan strike when they are due, and end; returns what ends all of them at once.
 *
 * Throws for a fault, server or value that there is not, before anything strikes.
 */
export function strikePlan(world: World, plan: FaultPlan): () => void {
  const open = new Set<() => void>();
  const strikes = plan.map((planned, number) => prepare(world, planned, number));
  for (const { fault, planned, strike } of strikes) {
    callAfter(world, planned.at, () => {
      if (fault.possible?.(world, strike) === false) return;
      tell(world, 'fault.injected', planned);
      world.tally.faults[fault.name] = (world.tally.faults[fault.name] ?? 0) + 1;
      const undo = fault.apply(world, strike);
      const end = (): void => {
        if (!open.delete(end)) return;
        tell(world, 'fault.cleared', planned);
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

interface Prepared {
  readonly fault: Fault;
  readonly planned: PlannedFault;
  readonly strike: Strike;
}

function prepare(world: World, planned: PlannedFault, number: number): Prepared {
  const fault = findFault(planned.fault);
  if (fault === undefined) throw new RangeError(`no fault is called ${planned.fault}`);
  const [min, max] = fault.range;
  if (!(planned.value >= min && planned.value <= max)) {
    throw new RangeError(`${planned.fault} takes ${min} to ${max} ${fault.unit}`);
  }
  if (!(planned.at >= 0 && planned.for >= 0)) {
    throw new RangeError(`${planned.fault} begins and lasts at least 0 ms`);
  }
  const { size, seed, run } = world.options;
  const machineOf = (id: string) => {
    const machine = world.machines.find((each) => each.id === id);
    if (machine === undefined) throw new RangeError(`there is no server ${id} among ${size}`);
    return machine;
  };
  const links = planned.links?.map(([from, to]) =>
    linkBetween(size, machineOf(from).index, machineOf(to).index),
  );
  return {
    fault,
    planned,
    strike: {
      nodes: planned.nodes?.map(machineOf) ?? world.machines,
      links: links ?? linksWhere(size, () => true),
      value: planned.value,
      untilMs: world.nowMs + planned.at + planned.for,
      random: createRandom(seed, `${run}/${number} ${planned.fault}`),
    },
  };
}

function tell(
  world: World,
  event: 'fault.injected' | 'fault.cleared',
  { fault, nodes, links }: PlannedFault,
): void {
  const time = virtualEpochMs + world.nowMs;
  world.options.observe?.({ event, time, run: world.options.run, fault, nodes, links });
}
