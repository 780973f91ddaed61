import { type Core, core } from '@raftlens/core';

/**
 * The core with the bug of this name in it, or the correct one for undefined. The list of bugs is
 * more than a hundred files, which a campaign without a bug need not load.
 */
export async function coreCalled(bug: string | undefined): Promise<Core> {
  if (bug === undefined) return core;
  const { loadCore } = await import('@raftlens/bugs');
  return loadCore(bug);
}
