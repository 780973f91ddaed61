import { createRandom, type Random } from '../random.ts';
import { someServers } from './aims.ts';
import type { Fault } from './fault.ts';
import { faults } from './faults.ts';
import { type FaultPlan, leaderNode, type PlannedFault } from './plan.ts';

/** What a plan is drawn for. */
export interface PlanFrame {
  readonly seed: number;
  readonly run: string;
  readonly size: number;
  /** The plan ends by then, ms after it begins. */
  readonly untilMs: number;
  /** Intensities in place of the defaults, by fault; 0 leaves a fault out. */
  readonly intensities?: Readonly<Record<string, number>> | undefined;
}

/** The share of the strikes at servers that look for the leader. */
const atLeader = 0.4;
/** A strike lasts at least so long, ms. */
const shortestMs = 30;

/**
 * Draws what is done to a cluster. Each trial takes a few kinds of faults and lets each strike some
 * times (swarm testing): to have all of them at once hides what a few alone bring out.
 */
export function drawPlan(frame: PlanFrame): FaultPlan {
  const random = createRandom(frame.seed, `${frame.run}/plan`);
  const open = faults.filter(({ name }) => frame.intensities?.[name] !== 0);
  if (open.length === 0) return [];
  const kinds = someServers(open.length, random.integer(1, 6), random);
  const plan: PlannedFault[] = [];
  for (const kind of kinds) {
    const fault = open[kind];
    if (fault === undefined) continue;
    for (let strikes = random.integer(1, 4); strikes > 0; strikes -= 1) {
      plan.push(drawStrike(fault, frame, random));
    }
  }
  return plan.sort((left, right) => left.at - right.at);
}

function drawStrike(fault: Fault, frame: PlanFrame, random: Random): PlannedFault {
  const { size, untilMs } = frame;
  const at = random.integer(0, untilMs - 2 * shortestMs);
  const longest = Math.min(untilMs - at, random.chance(0.5) ? 300 : 1_200);
  const value = drawValue(fault, frame, random);
  const { nodes, links } = fault.aim(size, value, random);
  const ids = nodes?.map(idOf);
  if (ids !== undefined && random.chance(atLeader)) ids[0] = leaderNode;
  return {
    fault: fault.name,
    at,
    for: random.integer(shortestMs, longest),
    ...(ids === undefined ? {} : { nodes: ids }),
    ...(links === undefined ? {} : { links: links.map((link) => linkOf(link, size)) }),
    value,
  };
}

function drawValue(fault: Fault, frame: PlanFrame, random: Random): number {
  const factor = [0.5, 1, 2][random.integer(0, 2)] ?? 1;
  const [min, max] = fault.range;
  const sign = min < 0 && random.chance(0.5) ? -1 : 1;
  const given = frame.intensities?.[fault.name];
  if (given !== undefined) return given;
  return Math.max(min, Math.min(max, sign * fault.default * factor));
}

function idOf(index: number): string {
  return `n${index + 1}`;
}

function linkOf(link: number, size: number): readonly [string, string] {
  return [idOf(Math.floor(link / size)), idOf(link % size)];
}
