import type { Core, Observer } from '@raftlens/core';
import { virtualEpochMs } from '../virtual-epoch.ts';
import type { Action } from './action.ts';
import { serverIds } from './server-ids.ts';
import type { Property, Violation } from './violation.ts';
import { createWorld, perform } from './world.ts';

/** A path to run again. */
export interface Replay {
  /** How many servers the cluster has. */
  readonly servers: number;
  readonly path: readonly Action[];
  readonly core: Core;
  /** Violations that end the run; all of them if not said. */
  readonly properties?: readonly Property[] | undefined;
  /** Receives every event of the run, 1 ms of virtual time an action. */
  readonly observe?: Observer | undefined;
}

/**
 * Runs a path again on a real cluster and gives the first violation. Actions after it are not run.
 *
 * Throws a RangeError when the path does not fit the core: a message that it names was never sent.
 */
export function replayPath({
  servers,
  path,
  core,
  properties,
  observe,
}: Replay): Violation | undefined {
  const ids = serverIds(servers);
  const rig = { core, ids, observe, clockBaseMs: virtualEpochMs, run: 'exhaustive' };
  const world = createWorld(rig, properties);
  for (const action of path) {
    const violation = perform(world, action);
    if (violation !== undefined) return violation;
  }
  return undefined;
}
