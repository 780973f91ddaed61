import { type Core, core } from '@raftlens/core';
import { holdTo, hostFaults, threadedCore } from '@raftlens/sim';
import { bugs } from './bugs.ts';

/**
 * The core with the bug of this name in it, or the correct core for undefined. Patched cores are
 * made by the build, and chaos holds them to the correct one; a bug of the host is put around the
 * correct one.
 *
 * Throws for an unknown name, and when the build has not been run.
 */
export async function loadCore(bug: string | undefined): Promise<Core> {
  if (bug === undefined) return core;
  const known = bugs.find((each) => each.name === bug);
  if (known === undefined) throw new RangeError(`no bug is called ${bug}`);
  const fault = hostFaults.find(({ name }) => name === known.host);
  if (fault !== undefined) return threadedCore(core, fault);
  const module: { readonly core: Core } = await import(`../dist/cores/${bug}/core.js`);
  // One that harms nobody may differ.
  return known.harmless === undefined ? holdTo(module.core, core) : module.core;
}
