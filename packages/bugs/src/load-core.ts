import { type Core, core } from '@raftlens/core';
import { bugs } from './bugs.ts';

/**
 * The core with the bug of this name in it, or the correct core for undefined. Patched cores are
 * made by the build.
 *
 * Throws for an unknown name, and when the build has not been run.
 */
export async function loadCore(bug: string | undefined): Promise<Core> {
  if (bug === undefined) return core;
  if (!bugs.some((each) => each.name === bug)) throw new RangeError(`no bug is called ${bug}`);
  const module: { readonly core: Core } = await import(`../dist/cores/${bug}/core.js`);
  return module.core;
}
