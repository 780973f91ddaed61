import { canonicalText, type Renaming } from './canonical-text.ts';
import { createHashColumn, type HashColumn } from './hash-column.ts';

/**
 * Gives equal things equal numbers, from 0 on, and keeps one of each: of a million states of a
 * cluster, most are made of the same few thousand servers and messages.
 */
export interface Numbered<Thing> {
  readonly hashes: HashColumn;
  /** One thing for each number. */
  readonly things: readonly Thing[];
  /** The canonical text of each, under the renaming that changes nothing. */
  readonly texts: readonly string[];
  numberOf(thing: Thing): number;
}

/** Nothing numbered yet; the first of the renamings changes nothing. */
export function createNumbered<Thing>(
  prefix: string,
  renamings: readonly Renaming[],
): Numbered<Thing> {
  const hashes = createHashColumn(renamings.length);
  const things: Thing[] = [];
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const identity: Renaming = new Map();
  return {
    hashes,
    things,
    texts,
    numberOf(thing) {
      const text = prefix + canonicalText(thing, identity);
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = things.length;
      numbers.set(text, number);
      things.push(thing);
      texts.push(text);
      hashes.push(renamings.map((renaming) => prefix + canonicalText(thing, renaming)));
      return number;
    },
  };
}
