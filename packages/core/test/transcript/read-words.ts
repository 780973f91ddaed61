import type { Entry } from '@raftlens/core';

/** The words behind a command: plain ones, and those of the form `name=value`. */
export interface Words {
  readonly plain: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  /** The values of `name=a,b`; none when it is not there. */
  list(name: string): readonly string[];
  /** Entries of the terms in `name=1,1,2`, each with a command that tells its term. */
  terms(name: string): readonly Entry[];
}

/** Sorts the words behind a command. */
export function readWords(words: readonly string[]): Words {
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals === -1) plain.push(word);
    else named.set(word.slice(0, equals), word.slice(equals + 1));
  }
  const list = (name: string): readonly string[] => named.get(name)?.split(',') ?? [];
  const terms = (name: string): readonly Entry[] =>
    list(name).map((term) => ({ term: Number(term), command: `t${term}`, hash: `t${term}` }));
  return { plain, named, list, terms };
}
