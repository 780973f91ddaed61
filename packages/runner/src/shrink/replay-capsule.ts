import { loadCore } from '@raftlens/bugs';
import { type Capsule, runCapsule } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import type { SeedFailure } from '../campaign/seed-failure.ts';
import { judgeRun } from './judge-run.ts';

/**
 * Runs a capsule to its end with every rule watching; undefined when nothing is wrong any more.
 * Where several rules break, the one that the capsule is about names the failure. `observe` hears
 * of every event.
 *
 * Throws for a bug that is not known.
 */
export async function replayCapsule(
  capsule: Capsule,
  observe?: (event: TraceEvent) => void,
): Promise<SeedFailure | undefined> {
  const core = await loadCore(capsule.bug);
  const judge = judgeRun();
  runCapsule({
    capsule,
    core,
    observe(event) {
      judge.observe(event);
      observe?.(event);
    },
  });
  return judge.finish(capsule.seed, capsule.breaks);
}
