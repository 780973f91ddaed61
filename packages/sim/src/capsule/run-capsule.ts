import type { Core } from '@raftlens/core';
import type { TraceEvent } from '@raftlens/trace';
import { chaosTest, runChaos } from '../chaos/run-chaos.ts';
import type { Capsule } from './capsule.ts';
import type { Decider } from './decider.ts';
import { createReplayer } from './replayer.ts';
import { runLabCapsule } from './run-lab-capsule.ts';

/** What a capsule is run with. Equal runs give equal events, byte for byte. */
export interface CapsuleRun {
  readonly capsule: Capsule;
  readonly core: Core;
  readonly observe?: ((event: TraceEvent) => void) | undefined;
  /** Asked between steps; true ends the run there. */
  readonly halted?: (() => boolean) | undefined;
}

/** How the run of a capsule ended. */
export interface CapsuleResult {
  /** The harness's own words for what was wrong; rules are judged by whoever observes. */
  readonly failure: string | undefined;
  /** Virtual time of the end. */
  readonly endMs: number;
  readonly steps: number;
}

/**
 * Runs a capsule: what it decides is as it says, all else is benign.
 *
 * Throws a RangeError for a fault or server that there is not.
 */
export function runCapsule(run: CapsuleRun): CapsuleResult {
  const { hopMs, settings } = run.capsule.cluster;
  const { decisions } = run.capsule;
  const { electionTimeoutMs } = settings;
  const replayer = createReplayer({ decisions, hopMs, electionTimeoutMs });
  return runDecided(run, replayer);
}

/** Runs a capsule in which another decider takes the place of its decisions. */
export function runDecided(
  { capsule, core, observe, halted }: CapsuleRun,
  decider: Decider,
): CapsuleResult {
  if (capsule.scenario !== chaosTest) {
    const { failure, endMs, steps } = runLabCapsule({ capsule, core, decider, observe, halted });
    return { failure, endMs, steps };
  }
  const clients = capsule.operations.map(({ client }) => Number(client?.slice(1) ?? 0));
  const { operations, converges, plan, seed, lastsMs } = capsule;
  const chosen = { clients: Math.max(1, ...clients), thinkMs: 0, safetyMs: lastsMs };
  return runChaos({
    seed,
    core,
    scenario: chaosTest,
    startMs: 0,
    observe,
    halted,
    decider,
    plan,
    script: { settings: { ...capsule.cluster, ...chosen }, operations, converges },
  });
}
