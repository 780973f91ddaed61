import type { Settings } from '@raftlens/core';
import { createRandom, type Random } from '../random.ts';

/** What a seed chooses beside the faults. */
export interface ChaosSettings {
  readonly size: number;
  readonly settings: Settings;
  readonly hopMs: number;
  readonly syncMs: number;
  readonly snapshotInterval: number;
  readonly clients: number;
  /** The longest pause of a client between two operations, ms. */
  readonly thinkMs: number;
  /** How long faults strike, ms. */
  readonly safetyMs: number;
}

/** Draws the cluster of a chaos trial: small and quick ones more often, as they take less time. */
export function drawSettings(seed: number, run: string): ChaosSettings {
  const random = createRandom(seed, `${run}/settings`);
  const minMs = pick(random, [100, 150, 250]);
  return {
    size: pick(random, [3, 3, 3, 5, 5, 7]),
    settings: {
      electionTimeoutMs: [minMs, 2 * minMs],
      heartbeatIntervalMs: pick(random, [30, 50]),
      checkQuorum: random.chance(0.6),
      preVote: random.chance(0.5),
      maxEntriesPerAppend: pick(random, [1, 3, 64]),
    },
    hopMs: pick(random, [0.2, 1, 4, 10]),
    syncMs: pick(random, [0, 0, 0.5, 3]),
    snapshotInterval: pick(random, [0, 0, 5, 20]),
    clients: pick(random, [1, 2, 3, 5]),
    thinkMs: pick(random, [40, 150, 400]),
    safetyMs: pick(random, [1_500, 2_500, 4_000]),
  };
}

function pick(random: Random, choices: readonly number[]): number {
  return choices[random.integer(0, choices.length - 1)] ?? 0;
}
