import { resolve } from 'node:path';
import type process from 'node:process';

/** What a looped command is told about its run. */
export interface RunIdentity {
  readonly campaign: string;
  readonly index: number;
  readonly seed: number;
  /** Its own folder. */
  readonly folder: string;
  /** Its own folder for temporary files, if it has one. */
  readonly temporary: string | undefined;
  /** Counts from the offset, in steps, as `loop` does. */
  readonly count: number;
  readonly item: string | undefined;
  /** The first of its ports, if it has some. */
  readonly port: number | undefined;
}

/**
 * Makes the environments of looped commands: the caller's, with what tells one run from another.
 * The caller's is copied once, as reading it is slow.
 */
export function commandEnvironments(
  inherited: typeof process.env,
): (run: RunIdentity) => Record<string, string | undefined> {
  const base = { ...inherited, GOFLAGS: uncached(inherited.GOFLAGS) };
  return ({ campaign, index, seed, folder, temporary, count, item, port }) => ({
    ...base,
    RAFT_LOOP_INDEX: String(index),
    RAFT_LOOP_SEED: String(seed),
    // Absolute, because `go test` starts a test in the folder of its package.
    RAFT_LOOP_DIR: resolve(folder),
    RAFT_LOOP_RUN: `${campaign}.${index}`,
    COUNT: String(count),
    ACTUALCOUNT: String(index - 1),
    ...(item === undefined ? {} : { ITEM: item }),
    ...(port === undefined ? {} : { RAFT_LOOP_PORT: String(port) }),
    ...(temporary === undefined ? {} : { TMPDIR: resolve(temporary) }),
  });
}

/**
 * Go flags with which `go test` runs a test that has passed before: given packages, it would print
 * the kept result of the first run again and again, and a loop would prove nothing.
 */
function uncached(flags: string | undefined): string {
  if (flags === undefined || flags.trim() === '') return '-count=1';
  return /(?:^|\s)--?count=/.test(flags) ? flags : `${flags} -count=1`;
}
