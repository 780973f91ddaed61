import type { ChaosOptions } from '../chaos/run-chaos.ts';
import { createRandom, type Random } from '../random.ts';
import { comesAgain, heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import { allAlong, strikesAtLeader } from './scene.ts';
import type { Strategy } from './strategy.ts';

/** In this share of the trials snapshots are what it is about: they come late, or first of all. */
const snapshotsShare = 0.6;
/** So often another message is overtaken then. */
const overtakenShare = 0.15;

/**
 * The scene of long tails: leaders go on taking commands while they are cut off, come back with
 * tails that nobody else has, and meet snapshots, slow disks and short batches (Raft §5.3, §7).
 */
export const longTails: Strategy = {
  name: 'long-tails',
  title: 'Leaders gather entries while cut off, and meet snapshots and slow disks when back',
  decider(seed, { electionTimeoutMs, holdMs, duplicates }) {
    const random = createRandom(seed, 'strategy/long-tails');
    const ofSnapshots = duplicates && isOfSnapshots(seed);
    // So late that another leader may have been elected meanwhile.
    const longest = ofSnapshots ? 1.5 * electionTimeoutMs : 5 * holdMs;
    return passThrough({
      delivery(message, drawn) {
        if (ofSnapshots && message.kind === 'AppendEntries') {
          const overtaken = random.chance(overtakenShare);
          return heldBack(drawn(), overtaken ? random.next() * 0.7 * electionTimeoutMs : 0);
        }
        if (message.kind !== 'InstallSnapshot') return drawn();
        const late = random.chance(0.5);
        const delivery = heldBack(drawn(), late ? random.next() * longest : 0);
        const twice = duplicates && random.chance(0.3);
        return twice ? comesAgain(delivery, random.next() * 5 * holdMs) : delivery;
      },
    });
  },
  chaos(seed) {
    if (isOfSnapshots(seed)) return lateSnapshots(seed);
    const random = createRandom(seed, 'strategy/long-tails/faults');
    const cut = { strikes: [2, 5], firstMs: 150, everyMs: 350, lastsMs: [200, 700] } as const;
    const slow = { strikes: [1, 3], firstMs: 100, everyMs: 500, lastsMs: [200, 800] } as const;
    const slowness = random.integer(20, 200);
    const stuck = {
      fault: 'slow-disk',
      at: random.integer(0, 600),
      for: 1_500,
      nodes: [`n${random.integer(1, 3)}`, `n${random.integer(1, 3)}`],
      value: random.integer(100, 400),
    };
    // A change of members may stand in a tail, and goes with it.
    const members = createRandom(seed, 'strategy/long-tails/members');
    const cuts = strikesAtLeader(random, 'partition', cut);
    // What it cannot send it cannot write either, until others overwrite it.
    const slowed = random.chance(0.5)
      ? cuts.map((each) => ({ ...each, for: each.for + 400 }))
      : strikesAtLeader(random, 'slow-disk', slow);
    const plan = [
      ...(members.chance(0.5) ? [allAlong(members, 'membership-churn', 2_500)] : []),
      ...(random.chance(0.4) ? [stuck] : []),
      ...cuts,
      ...slowed.map((each) => ({ ...each, fault: 'slow-disk', value: slowness })),
      ...(random.chance(0.5) ? strikesAtLeader(random, 'unsynced-loss', slow) : []),
    ];
    return {
      plan,
      intensities: { snapshots: 0.7, 'busy-clients': 0.3, 'check-quorum': 0.2, 'pre-vote': 0.3 },
    };
  },
};

function isOfSnapshots(seed: number): boolean {
  return createRandom(seed, 'strategy/long-tails/snapshots').chance(snapshotsShare);
}

/** In this share of those trials a leader is cut off while its members are to change. */
const lostMembersShare = 0.6;

/**
 * Any server is cut off or stands still for long, and a snapshot is the first that it hears of a
 * new term, or comes together with entries.
 */
function lateSnapshots(seed: number): ChaosOptions {
  const random = createRandom(seed, 'strategy/long-tails/snapshots/faults');
  if (random.chance(lostMembersShare)) return lostMembers(random);
  const cut = { strikes: [3, 6], firstMs: 250, everyMs: 350, lastsMs: [150, 500] } as const;
  const stills = Array.from({ length: random.integer(2, 5) }, (_, strike) => ({
    fault: random.chance(0.5) ? 'partition' : 'pause',
    at: 200 + strike * 400 + random.integer(0, 399),
    for: random.integer(200, 900),
    nodes: [`n${random.integer(1, 3)}`],
    value: 1,
  }));
  const everyMs = [100, 300, 500][random.integer(0, 2)] ?? 100;
  const members = { fault: 'membership-churn', at: 100, for: 2_500, value: everyMs };
  const plan = [
    ...strikesAtLeader(random, random.chance(0.7) ? 'partition' : 'crash', cut),
    ...(random.chance(0.6) ? stills : []),
    ...(random.chance(0.6) ? [members] : []),
  ];
  const loads = { snapshots: 1, 'flow-control': 0.7, 'gathered-inputs': 0.5, 'no-op': 0.7 };
  const others = {
    'dense-snapshots': 0.7,
    'busy-clients': 0.5,
    'check-quorum': 0.2,
    'pre-vote': 0.3,
  };
  return { plan, intensities: { ...loads, ...others } };
}

/** A leader gathers entries and a change of members; a snapshot that is shorter replaces all. */
function lostMembers(random: Random): ChaosOptions {
  const cut = { strikes: [5, 8], firstMs: 300, everyMs: 450, lastsMs: [200, 450] } as const;
  const everyMs = random.integer(150, 400);
  const plan = [
    ...strikesAtLeader(random, 'partition', cut),
    { fault: 'membership-churn', at: 200, for: 3_500, value: everyMs },
  ];
  const loads = { snapshots: 1, 'dense-snapshots': 1, 'no-op': 0.9, 'busy-clients': 0.8 };
  return { plan, intensities: { ...loads, 'check-quorum': 0.1, 'pre-vote': 0.2 } };
}
