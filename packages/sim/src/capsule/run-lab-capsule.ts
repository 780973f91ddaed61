import type { Core, Observer } from '@raftlens/core';
import type { PlannedFault } from '../chaos/plan.ts';
import { agree, freshCommand, start } from '../lab/agreement.ts';
import { connect, disconnect } from '../lab/connections.ts';
import { crash, isUp, restart, reviveAll } from '../lab/crashes.ts';
import type { Lab } from '../lab/lab.ts';
import { checkOneLeader } from '../lab/leaders.ts';
import { type LabRunResult, runLabTest } from '../lab/run-lab-test.ts';
import { sleep } from '../lab/sleep.ts';
import type { Capsule } from './capsule.ts';
import type { Decider } from './decider.ts';

/** What a capsule of the lab runs with. */
export interface LabCapsuleRun {
  readonly capsule: Capsule;
  readonly core: Core;
  readonly decider: Decider;
  readonly observe: Observer | undefined;
  readonly halted: (() => boolean) | undefined;
}

/** Does to a new cluster of the lab what the capsule says, when it says. */
export function runLabCapsule({ capsule, ...run }: LabCapsuleRun): LabRunResult {
  const { size, settings, hopMs, snapshotInterval } = capsule.cluster;
  const test = {
    name: capsule.scenario,
    servers: size,
    title: `What a capsule kept of ${capsule.scenario}`,
    ...(snapshotInterval === 0 ? {} : { snapshotInterval }),
    run: (lab: Lab) => perform(lab, capsule),
  };
  const { seed, scenario } = capsule;
  return runLabTest({ ...run, test, seed, scenario, startMs: 0, settings, hopMs });
}

function perform(lab: Lab, capsule: Capsule): void {
  const steps = stepsOf(lab, capsule).sort((left, right) => left.at - right.at);
  for (const { at, act } of steps) {
    if (at > lab.cluster.nowMs) sleep(lab, at - lab.cluster.nowMs);
    act();
  }
  if (capsule.lastsMs > lab.cluster.nowMs) sleep(lab, capsule.lastsMs - lab.cluster.nowMs);
  if (!capsule.converges) return;
  reviveAll(lab);
  checkOneLeader(lab);
  agree(lab, freshCommand(lab), lab.size, true);
}

interface Step {
  readonly at: number;
  readonly act: () => void;
}

/** In the order in which steps of one instant are made: faults end, faults begin, operations. */
function stepsOf(lab: Lab, { plan, operations }: Capsule): Step[] {
  const cuts = lab.hosts.map(() => 0);
  const struck = plan.map((fault) => ({ fault, index: indexOf(lab, fault) }));
  const ends = struck.map(({ fault, index }) => ({
    at: fault.at + fault.for,
    act: () => end(lab, cuts, fault.fault, index),
  }));
  const begins = struck.map(({ fault, index }) => ({
    at: fault.at,
    act: () => begin(lab, cuts, fault.fault, index),
  }));
  const given = operations.map(({ at, to }) => ({
    at,
    act: () => void start(lab, Number(to.slice(1)) - 1, freshCommand(lab)),
  }));
  return [...ends, ...begins, ...given];
}

function indexOf(lab: Lab, { nodes, fault }: PlannedFault): number {
  const index = lab.hosts.findIndex(({ id }) => id === nodes?.[0]);
  if (index < 0) throw new RangeError(`there is no server ${nodes?.[0]} for ${fault}`);
  return index;
}

function begin(lab: Lab, cuts: number[], fault: string, index: number): void {
  cuts[index] = (cuts[index] ?? 0) + 1;
  if (fault === 'crash') crash(lab, index);
  else disconnect(lab, index);
}

function end(lab: Lab, cuts: number[], fault: string, index: number): void {
  cuts[index] = (cuts[index] ?? 0) - 1;
  if (fault === 'crash' && !isUp(lab, index)) restart(lab, index);
  if (cuts[index] === 0) connect(lab, index);
}
