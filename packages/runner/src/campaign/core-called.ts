import { isCoreChanged } from '@raftlens/bugs/agreed-core';
import { type Core, core } from '@raftlens/core';

/**
 * The core with the bug of this name in it, or the core as it is for undefined. The list of bugs
 * is more than a hundred files, which a campaign without a bug need not load; it is loaded only to
 * hold a core that somebody has changed to the one that was agreed upon.
 */
export async function coreCalled(bug: string | undefined): Promise<Core> {
  if (bug === undefined && !isCoreChanged()) return core;
  const { loadCore } = await import('@raftlens/bugs');
  return loadCore(bug);
}
