import { availableMemory } from './available-memory.ts';
import type { Pacing } from './pacing.ts';
import type { Supervisor } from './supervisor.ts';

const lookEveryMs = 250;

/**
 * Has the youngest run put back while less than half of the memory is free that is to stay so, as
 * GNU parallel does: it is cheaper to make one again than to lose any to the kernel. Gives what
 * ends it.
 */
export function watchMemory(
  supervisor: Pick<Supervisor, 'putBackYoungest'>,
  { memFree, freeMemory = availableMemory }: Pick<Pacing, 'memFree' | 'freeMemory'>,
): () => void {
  if (memFree === undefined) return () => {};
  const beat = setInterval(() => {
    if (freeMemory() < memFree / 2) supervisor.putBackYoungest();
  }, lookEveryMs);
  return () => clearInterval(beat);
}
