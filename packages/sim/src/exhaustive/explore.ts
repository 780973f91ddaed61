import { type Bounds, defaultBounds } from './bounds.ts';
import { budgetOf } from './budget.ts';
import { expand } from './expand.ts';
import type { Exploration, ExploreOptions, Progress } from './exploration.ts';
import { namePath } from './name-path.ts';
import { createSearch, type Search } from './search.ts';

const reportEvery = 4096;

/**
 * Goes through every run of a small cluster within the bounds, breadth first, so that a violation
 * comes with one of the shortest paths to it (SandTable and Stateright do so with models; this is
 * the code itself). Every interleaving of deliveries, timeouts, proposals and crashes is a path.
 * Equal options give equal results.
 */
export function explore(options: ExploreOptions): Exploration {
  const bounds: Bounds = { ...defaultBounds, ...options.bounds };
  const search = createSearch(options, budgetOf(bounds));
  // States from here on are one action deeper than those before.
  let levelEnd = 1;
  let depth = 0;
  for (let state = 0; search.queue.length > 0; state += 1) {
    if (state === levelEnd) {
      depth += 1;
      levelEnd = search.lineage.length;
    }
    if (depth === bounds.depth) break;
    if (state % reportEvery === 0 && state > 0) {
      options.onProgress?.(progressOf(search, depth));
      if (options.halted?.() === true) return { ...progressOf(search, depth), complete: false };
    }
    const found = expand(search, state);
    if (found !== undefined) {
      const violation = {
        ...found.violation,
        path: namePath(search.rig, search.steps, found.deeds),
      };
      return { ...progressOf(search, depth), complete: false, violation };
    }
    if (search.lineage.length >= options.maxStates) {
      return { ...progressOf(search, depth), complete: false };
    }
  }
  return { ...progressOf(search, depth), complete: true };
}

function progressOf(search: Search, depth: number): Progress {
  return { states: search.visited.size, transitions: search.transitions, depth };
}
