import { resolve } from 'node:path';
import type process from 'node:process';

/** What a looped command is told about its run. */
export interface RunIdentity {
  readonly index: number;
  readonly seed: number;
  /** Its own folder. */
  readonly folder: string;
}

/** The environment of a looped command: the caller's, with what tells one run from another. */
export function commandEnvironment(
  inherited: typeof process.env,
  { index, seed, folder }: RunIdentity,
): typeof process.env {
  return {
    ...inherited,
    GOFLAGS: uncached(inherited.GOFLAGS),
    RAFT_LOOP_INDEX: String(index),
    RAFT_LOOP_SEED: String(seed),
    // Absolute, because `go test` starts a test in the folder of its package.
    RAFT_LOOP_DIR: resolve(folder),
  };
}

/**
 * Go flags with which `go test` runs a test that has passed before: given packages, it would print
 * the kept result of the first run again and again, and a loop would prove nothing.
 */
function uncached(flags: string | undefined): string {
  if (flags === undefined || flags.trim() === '') return '-count=1';
  return /(?:^|\s)--?count=/.test(flags) ? flags : `${flags} -count=1`;
}
