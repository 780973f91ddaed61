import type { Core } from '@raftlens/core';
import type { Action } from '../../src/exhaustive/action.ts';
import type { Bounds } from '../../src/exhaustive/bounds.ts';
import { canonicalText } from '../../src/exhaustive/canonical-text.ts';
import { serverIds } from '../../src/exhaustive/server-ids.ts';
import { createWorld, perform, type World } from '../../src/exhaustive/world.ts';

type Counted = Exclude<keyof Bounds, 'depth' | 'newestOnly'>;

const countedBy: Readonly<Record<Action['kind'], Counted | undefined>> = {
  deliver: undefined,
  lose: 'losses',
  duplicate: 'duplications',
  'election-timeout': 'elections',
  heartbeat: 'heartbeats',
  propose: 'commands',
  restart: 'restarts',
};

/**
 * How many states there are within the bounds, found with nothing of the search but the worlds that
 * paths are replayed in: each state is reached by running its whole path, and known by its text.
 * Actions that change nothing do not count.
 */
export function countStates(core: Core, servers: number, bounds: Bounds): number {
  const seen = new Set<string>();
  let level: readonly Branch[] = [{ path: [], before: '' }];
  for (let depth = 0; depth <= bounds.depth && level.length > 0; depth += 1) {
    const next: Branch[] = [];
    for (const { path, before } of level) {
      const world = createWorld({ core, ids: serverIds(servers) });
      for (const action of path) performAtOnce(world, action);
      const text = worldText(world);
      const counts = path.flatMap(({ kind }) => countedBy[kind] ?? []).sort();
      const state = `${text} ${counts.join(' ')}`;
      if (text === before || seen.has(state)) continue;
      seen.add(state);
      for (const action of actionsIn(world, path, bounds)) {
        next.push({ path: [...path, action], before: text });
      }
    }
    level = next;
  }
  return seen.size;
}

interface Branch {
  readonly path: readonly Action[];
  readonly before: string;
}

/** Time stands still, so that equal states have equal deadlines. */
function performAtOnce(world: World, action: Action): void {
  world.nowMs = -1;
  perform(world, action);
}

function worldText(world: World): string {
  const nothing = new Map<string, string>();
  const flights = world.flights.map(({ message }) => canonicalText(message, nothing)).sort();
  return canonicalText([[...world.machines.values()], flights, world.history], nothing);
}

function actionsIn(world: World, path: readonly Action[], bounds: Bounds): readonly Action[] {
  const own = [...world.machines.values()].flatMap(({ server }): readonly Action[] => [
    ...(Number.isFinite(server.electionDeadline) ? [of('election-timeout', server.id)] : []),
    ...(Number.isFinite(server.heartbeatDeadline) ? [of('heartbeat', server.id)] : []),
    ...(server.role === 'leader' ? [of('propose', server.id)] : []),
    of('restart', server.id),
  ]);
  const network = world.flights.flatMap(({ name: message }): readonly Action[] => [
    { kind: 'deliver', message },
    { kind: 'duplicate', message },
    { kind: 'lose', message },
  ]);
  return [...own, ...network].filter(({ kind }) => {
    const counted = countedBy[kind];
    if (counted === undefined) return true;
    return path.filter((each) => countedBy[each.kind] === counted).length < bounds[counted];
  });
}

function of(
  kind: 'election-timeout' | 'heartbeat' | 'propose' | 'restart',
  server: string,
): Action {
  return { kind, server };
}
