import type { Core, Observer } from '@raftlens/core';
import { leaderNode } from '../chaos/plan.ts';
import type { Host } from '../cluster.ts';
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
  let turn = 0;
  for (const step of stepsOf(lab, capsule)) {
    if (step.at > lab.cluster.nowMs) {
      sleep(lab, step.at - lab.cluster.nowMs);
      turn = 0;
    }
    for (; turn < step.turn; turn += 1) sleep(lab, 0);
    step.act();
  }
  if (capsule.lastsMs > lab.cluster.nowMs) sleep(lab, capsule.lastsMs - lab.cluster.nowMs);
  if (capsule.converges) converge(lab, capsule.breaks);
}

/** Whatever majority is left has to agree, and then all servers (Raft §5.4.3). */
function converge(lab: Lab, breaks: string): void {
  const left = lab.hosts.filter(({ connected, server }) => connected && server !== undefined);
  if (left.length < lab.size && left.length > lab.size / 2) recover(lab, left.length, breaks);
  reviveAll(lab);
  recover(lab, lab.size, breaks);
}

/** A test that waited for an agreement did not ask before whether anybody leads. */
function recover(lab: Lab, servers: number, breaks: string): void {
  if (breaks !== 'no-agreement') checkOneLeader(lab);
  agree(lab, freshCommand(lab), servers, true);
}

interface Step {
  readonly at: number;
  readonly turn: number;
  readonly act: () => void;
}

/** In their order; in one instant faults end, faults begin, and then operations are given. */
function stepsOf(lab: Lab, capsule: Capsule): readonly Step[] {
  const { plan, operations, converges, lastsMs } = capsule;
  const cuts = lab.hosts.map(() => 0);
  const struck = plan.map((fault) => {
    // Who leads shows only when the fault begins.
    const aim = { fault, index: 0 };
    const strike = (): void => {
      aim.index = indexOf(lab, fault.nodes?.[0]);
      begin(lab, cuts, fault.fault, aim.index);
      if (fault.for === 0) end(lab, cuts, fault.fault, aim.index);
    };
    return { aim, strike };
  });
  const ends = struck.flatMap(({ aim }) => {
    const { fault } = aim;
    const act = (): void => end(lab, cuts, fault.fault, aim.index);
    // What lasts to the end holds while the rest has to agree.
    const stays = converges && fault.at + fault.for >= lastsMs;
    return fault.for === 0 || stays ? [] : [{ at: fault.at + fault.for, turn: 0, act }];
  });
  const begins = struck.map(({ aim: { fault }, strike }) => ({
    at: fault.at,
    turn: fault.turn ?? 0,
    act: strike,
  }));
  const given = operations.map(({ at, to, turn = 0 }) => ({
    at,
    turn,
    act: () => void start(lab, indexOf(lab, to), freshCommand(lab)),
  }));
  const steps: Step[] = [...ends, ...begins, ...given];
  return steps.sort((left, right) => left.at - right.at || left.turn - right.turn);
}

/** Number of the server with this id; for the leader, when there is none, that of the first. */
function indexOf(lab: Lab, id: string | undefined): number {
  if (id === leaderNode) return leaderOf(lab)?.index ?? 0;
  const index = lab.hosts.findIndex((host) => host.id === id);
  if (index < 0) throw new RangeError(`there is no server ${id} among ${lab.size}`);
  return index;
}

function leaderOf(lab: Lab): Host | undefined {
  const leaders = lab.hosts.filter(({ server }) => server?.role === 'leader');
  const termOf = ({ server }: Host): number => server?.currentTerm ?? 0;
  return leaders.toSorted((left, right) => termOf(right) - termOf(left))[0];
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
