import { type Core, core } from '@raftlens/core';
import { holdTo, hostFaults, threadedCore } from '@raftlens/sim';
import { agreedCorePlace, isCoreChanged } from './agreed-core.ts';
import { bugs } from './bugs.ts';

/**
 * The core with the bug of this name in it, or the core as it is for undefined. Patched cores are
 * made by the build, and chaos holds them to the correct one; a bug of the host is put around the
 * correct one. A core whose sources were changed since it was agreed upon is no correct one: it is
 * held to the agreed one itself.
 *
 * Throws for an unknown name, and when the build has not been run or left the bug out, as its lines
 * have changed.
 */
export async function loadCore(bug: string | undefined): Promise<Core> {
  const agreed = await agreedCore();
  if (bug === undefined) return agreed === undefined ? core : holdTo(core, agreed);
  const known = bugs.find((each) => each.name === bug);
  if (known === undefined) throw new RangeError(`no bug is called ${bug}`);
  const fault = hostFaults.find(({ name }) => name === known.host);
  if (fault !== undefined) return threadedCore(core, fault);
  const file = new URL(`../dist/cores/${bug}/core.js`, import.meta.url);
  const module: CoreModule = await import(file.href);
  // One that harms nobody may differ.
  return known.harmless === undefined ? holdTo(module.core, agreed ?? core) : module.core;
}

interface CoreModule {
  readonly core: Core;
}

/** The agreed core, where the build found that the sources are not those of that one. */
async function agreedCore(): Promise<Core | undefined> {
  if (!isCoreChanged()) return undefined;
  const module: CoreModule = await import(agreedCorePlace.href);
  return module.core;
}
