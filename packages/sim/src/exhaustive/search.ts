import { defaultBounds } from './bounds.ts';
import { left } from './budget.ts';
import type { Renaming } from './canonical-text.ts';
import type { ExploreOptions } from './exploration.ts';
import { createLineage, type Lineage } from './lineage.ts';
import type { Rig } from './machine.ts';
import { markVisited } from './mark-visited.ts';
import { renamings } from './renamings.ts';
import { serverIds } from './server-ids.ts';
import { createStateQueue, type StateQueue } from './state-queue.ts';
import { createSteps, type Steps, startOf } from './steps.ts';
import type { Property } from './violation.ts';
import { createVisitedSet, type VisitedSet } from './visited-set.ts';

/** Where a state keeps its parts: one number a server, then these, then one a message. */
export const layout = { history: 0, budget: 1, messages: 2 } as const;

/** More messages in flight than any run within the bounds has. */
const stateLengthMax = 4096;

/** Everything that a search works on. */
export interface Search {
  readonly rig: Rig;
  readonly steps: Steps;
  readonly servers: number;
  /** How many commands clients may propose. */
  readonly commands: number;
  readonly newestOnly: boolean;
  readonly properties: ReadonlySet<Property> | undefined;
  readonly visited: VisitedSet;
  /** States that were reached and not yet expanded, in the order of discovery. */
  readonly queue: StateQueue;
  readonly lineage: Lineage;
  /** The state at work, and the one that an action leads to. */
  readonly state: Int32Array;
  readonly successor: Int32Array;
  /** Their hashes under every renaming. */
  readonly sums: Uint32Array;
  readonly successorSums: Uint32Array;
  transitions: number;
}

/** A search that has seen the first state alone. */
export function createSearch(options: ExploreOptions, budget: number): Search {
  const ids = serverIds(options.servers ?? 3);
  const rig: Rig = { core: options.core, ids };
  const identity: Renaming = new Map();
  const names = options.symmetry === false ? [identity] : renamings(ids);
  const steps = createSteps(rig, names);
  const search: Search = {
    rig,
    steps,
    servers: ids.length,
    newestOnly: options.bounds?.newestOnly ?? defaultBounds.newestOnly,
    commands: left(budget, 'commands'),
    properties: options.properties === undefined ? undefined : new Set(options.properties),
    visited: createVisitedSet(),
    queue: createStateQueue(),
    lineage: createLineage(),
    state: new Int32Array(stateLengthMax),
    successor: new Int32Array(stateLengthMax),
    sums: new Uint32Array(2 * names.length),
    successorSums: new Uint32Array(2 * names.length),
    transitions: 0,
  };
  for (const [place, id] of ids.entries()) search.state[place] = startOf(steps, rig, id);
  search.state[ids.length + layout.budget] = budget;
  const length = ids.length + layout.messages;
  search.queue.push(search.state, length);
  sumHashes(search, length);
  markVisited(search.visited, search.sums, budget);
  return search;
}

/** Sums up the hashes of the state at work, the budget left out, for it has no names in it. */
export function sumHashes({ state, steps, servers, sums }: Search, length: number): void {
  sums.fill(0);
  for (let at = 0; at < servers; at += 1) steps.machines.hashes.add(sums, state[at] ?? 0);
  steps.histories.hashes.add(sums, state[servers + layout.history] ?? 0);
  for (let at = servers + layout.messages; at < length; at += 1) {
    steps.messages.hashes.add(sums, state[at] ?? 0);
  }
}
