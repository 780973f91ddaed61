import type { Settings } from '@raftlens/core';
import { createRandom, type Random } from '../random.ts';
import { loads } from './loads.ts';

/** What a seed chooses beside the faults. */
export interface ChaosSettings {
  readonly size: number;
  readonly settings: Settings;
  readonly hopMs: number;
  readonly syncMs: number;
  readonly snapshotInterval: number;
  /** Leaders replicate what their own disk does not have yet (thesis §10.2.1). */
  readonly parallelWrites?: true | undefined;
  /** Servers take what comes within a moment before they act upon any of it. */
  readonly gathersInputs?: true | undefined;
  /** The first server is the only voter of the new cluster. */
  readonly startsAlone?: true | undefined;
  /** Clients read by ReadIndex or lease, not through the log (thesis §6.4). */
  readonly readsByIndex?: true | undefined;
  readonly clients: number;
  /** The longest pause of a client between two operations, ms. */
  readonly thinkMs: number;
  /** How long faults strike, ms. */
  readonly safetyMs: number;
}

/** Chances of loads in place of the defaults, by name. */
export type Intensities = Readonly<Record<string, number>>;

/** The longest election timeouts that faults last at least. */
const shortestTimeouts = 5;

/** Draws the cluster of a chaos trial: small and quick ones more often, as they take less time. */
export function drawSettings(
  seed: number,
  run: string,
  intensities: Intensities = {},
): ChaosSettings {
  const random = createRandom(seed, `${run}/settings`);
  const minMs = pick(random, [100, 150, 250]);
  const has = drawLoads(random, (load) => createRandom(seed, `${run}/load/${load}`), intensities);
  const sticky = has.has('leader-stickiness');
  const leases = sticky && has.has('index-reads') && has.has('lease-reads');
  const driftMs = pick(random, [0.05, 0.15, 0.3]) * minMs;
  const inflight = pick(random, [1, 2, 8]);
  const busy = has.has('busy-clients');
  // One number is drawn either way, so that what follows it stays what it is.
  const every = has.has('dense-snapshots') ? [2, 2, 2] : [2, 5, 20];
  const clients = pick(random, [1, 2, 3, 5]);
  const thinkMs = pick(random, [40, 150, 400]);
  const safetyMs = pick(random, [800, 1_500, 2_500, 4_000]);
  return {
    size: pick(random, [3, 3, 3, 5, 5, 7]),
    settings: {
      electionTimeoutMs: [minMs, 2 * minMs],
      heartbeatIntervalMs: pick(random, [30, 50]),
      checkQuorum: has.has('check-quorum'),
      preVote: has.has('pre-vote'),
      ...(sticky ? { leaderStickiness: true } : {}),
      ...(leases ? { leaseDriftMs: driftMs } : {}),
      ...(has.has('no-op') ? { noOpEntry: true } : {}),
      maxEntriesPerAppend: pick(random, [1, 3, 64]),
      ...(has.has('flow-control') ? { maxInflightAppends: inflight } : {}),
    },
    hopMs: pick(random, [0.2, 1, 4, 10]),
    syncMs: pick(random, [0, 0, 0.5, 3]),
    snapshotInterval: has.has('snapshots') ? pick(random, every) : 0,
    ...(has.has('parallel-writes') ? { parallelWrites: true } : {}),
    ...(has.has('gathered-inputs') ? { gathersInputs: true } : {}),
    ...(has.has('lone-start') ? { startsAlone: true } : {}),
    ...(has.has('index-reads') ? { readsByIndex: true } : {}),
    clients: busy ? 4 : clients,
    thinkMs: busy ? 25 : thinkMs,
    // Many operations take long to run; more runs find more than longer ones. One that is over
    // before anybody could lead and commit finds nothing.
    safetyMs: Math.max(busy ? Math.min(safetyMs, 1_500) : safetyMs, shortestTimeouts * 2 * minMs),
  };
}

/** Loads that came later have chances of their own: seeds without them are what they were. */
const later: ReadonlySet<string> = new Set(['gathered-inputs', 'lone-start', 'dense-snapshots']);

/** The loads of this trial; each takes one number, so that a changed chance moves nothing else. */
function drawLoads(
  random: Random,
  own: (load: string) => Random,
  intensities: Intensities,
): ReadonlySet<string> {
  const drawn = loads.filter(({ name, default: usual }) => {
    const chances = later.has(name) ? own(name) : random;
    return chances.next() < (intensities[name] ?? usual);
  });
  return new Set(drawn.map(({ name }) => name));
}

function pick(random: Random, choices: readonly number[]): number {
  return choices[random.integer(0, choices.length - 1)] ?? 0;
}
