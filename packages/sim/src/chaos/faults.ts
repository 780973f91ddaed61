import type { Fault } from './fault.ts';
import { bitFlip } from './faults/bit-flip.ts';
import { blackHole } from './faults/black-hole.ts';
import { bridge } from './faults/bridge.ts';
import { clockDrift } from './faults/clock-drift.ts';
import { clockJump } from './faults/clock-jump.ts';
import { clockSkew } from './faults/clock-skew.ts';
import { clog } from './faults/clog.ts';
import { crash } from './faults/crash.ts';
import { delay } from './faults/delay.ts';
import { diskFull } from './faults/disk-full.ts';
import { duplication } from './faults/duplication.ts';
import { failedFsync } from './faults/failed-fsync.ts';
import { jointCut } from './faults/joint-cut.ts';
import { leadershipTransfer } from './faults/leadership-transfer.ts';
import { loss } from './faults/loss.ts';
import { membershipChurn } from './faults/membership-churn.ts';
import { oneWay } from './faults/one-way.ts';
import { partition } from './faults/partition.ts';
import { pause } from './faults/pause.ts';
import { reordering } from './faults/reordering.ts';
import { replyLoss } from './faults/reply-loss.ts';
import { ring } from './faults/ring.ts';
import { slowDisk } from './faults/slow-disk.ts';
import { slowNode } from './faults/slow-node.ts';
import { swizzle } from './faults/swizzle.ts';
import { timerJitter } from './faults/timer-jitter.ts';
import { tornWrite } from './faults/torn-write.ts';
import { unsyncedLoss } from './faults/unsynced-loss.ts';
import { voteCrash } from './faults/vote-crash.ts';

/**
 * Every fault: of links, servers, disks and clocks, of membership and leadership. A new one is a
 * file in `faults/` and a line here.
 */
export const faults: readonly Fault[] = [
  loss,
  duplication,
  reordering,
  delay,
  clog,
  replyLoss,
  blackHole,
  partition,
  oneWay,
  bridge,
  ring,
  swizzle,
  crash,
  voteCrash,
  pause,
  slowNode,
  unsyncedLoss,
  tornWrite,
  bitFlip,
  failedFsync,
  diskFull,
  slowDisk,
  clockSkew,
  clockDrift,
  clockJump,
  timerJitter,
  membershipChurn,
  jointCut,
  leadershipTransfer,
];

/** The fault with this name. */
export function findFault(name: string): Fault | undefined {
  return faults.find((fault) => fault.name === name);
}
