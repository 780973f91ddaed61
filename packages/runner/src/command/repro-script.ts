import { shellWord } from '../cli/shell-word.ts';

/** A run, as far as it can be made again. */
export interface ReproSource {
  readonly index: number;
  /** The verdict in words. */
  readonly why: string;
  /** With all placeholders filled in. */
  readonly words: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Variables that tell one run from another, or that change what a Go test does. */
const kept =
  /^(?:RAFT_LOOP_(?:INDEX|SEED|PORT)|COUNT|ACTUALCOUNT|ITEM|GOFLAGS|GOMAXPROCS|GODEBUG|GORACE|TZ)$/;

/**
 * A script for a POSIX shell that makes one run again without this program: the same command,
 * seed and place, and an empty folder in the place of the one that the run had.
 */
export function reproScript({ index, why, words, cwd, environment }: ReproSource): string {
  const variables = Object.entries(environment).flatMap(([name, value]) =>
    kept.test(name) && value !== undefined ? [`export ${name}=${shellWord(value)}`] : [],
  );
  const told = why.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 80);
  return `${[
    '#!/bin/sh',
    `# Makes run ${index} again: ${told}`,
    `cd ${shellWord(cwd)} || exit 125`,
    ...variables.sort(),
    'RAFT_LOOP_DIR=$(mktemp -d) || exit 125',
    `trap 'rm -rf "$RAFT_LOOP_DIR"' EXIT`,
    'export RAFT_LOOP_DIR',
    words.map(shellWord).join(' '),
  ].join('\n')}\n`;
}
