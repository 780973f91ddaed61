import { join } from 'node:path';
import type { Capsule, Scenario } from '@raftlens/sim';
import type { SeedFailure } from '../campaign/seed-failure.ts';
import { capsuleFiles, readCapsule } from './capsule-file.ts';
import { replayCapsule } from './replay-capsule.ts';

/** Where capsules are kept and which of them are wanted. */
export interface KeptSearch {
  /** The folder for logs; capsules have a folder of their own in it. */
  readonly folder: string;
  readonly scenario: Scenario;
  readonly bug: string | undefined;
  readonly signal: AbortSignal;
}

/** A kept capsule that was tried again. */
export interface KeptCapsule {
  readonly file: string;
  /** Undefined where the file holds no capsule. */
  readonly capsule: Capsule | undefined;
  /** What it still shows, if anything. */
  readonly failure: SeedFailure | undefined;
  /** Why it could not be tried. */
  readonly problem: string | undefined;
}

/** The folder in which capsules are kept. */
export function keptFolder(folder: string): string {
  return join(folder, 'capsules');
}

/**
 * Runs the capsules that were kept for the tests of a scenario and its bug, in the order of their
 * names. Each takes some milliseconds, which is less than it took to find.
 */
export async function* tryKept(search: KeptSearch): AsyncGenerator<KeptCapsule> {
  const { folder, scenario, bug, signal } = search;
  for (const file of capsuleFiles(keptFolder(folder))) {
    if (signal.aborted) return;
    const capsule = attempt(() => readCapsule(file));
    if (typeof capsule === 'string') {
      yield { file, capsule: undefined, failure: undefined, problem: capsule };
    } else if (capsule.bug === bug && scenario.tests.includes(capsule.scenario)) {
      yield { file, capsule, failure: await replayCapsule(capsule), problem: undefined };
    }
  }
}

function attempt(read: () => Capsule): Capsule | string {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
