import { lineShape } from './line-shape.ts';

const shapesKept = 300;
const examplesKept = 2;
const exampleKept = 400;

/** Reasons of lines that nobody would take for lines of Raft: they are counted elsewhere. */
const ofOthers: ReadonlySet<string> = new Set(['not of Raft', 'blank']);

/** Lines of one shape of which no event came, for one reason. */
export interface UnparsedKind {
  readonly why: string;
  /** They are damaged, not only of no interest or unknown. */
  readonly broken: boolean;
  /** The line with `#` for every number; empty for what is beyond the kinds that are kept. */
  readonly shape: string;
  readonly lines: number;
  /** The first of them, cut, as they are in the file: escape them before they are shown. */
  readonly examples: readonly { readonly line: number; readonly text: string }[];
}

/** Groups the lines that gave no event, in bounded memory. */
export interface UnparsedTally {
  take(line: number, text: string, why: string, broken: boolean): void;
  /** The most frequent first. */
  readonly kinds: readonly UnparsedKind[];
}

interface OpenKind extends UnparsedKind {
  lines: number;
  readonly examples: { readonly line: number; readonly text: string }[];
}

/** Begins with no line. */
export function createUnparsedTally(): UnparsedTally {
  const kinds = new Map<string, OpenKind>();
  return {
    take(line, text, why, broken) {
      if (ofOthers.has(why)) return;
      const known = lineShape(text);
      const isKept = kinds.has(`${why}\n${known}`) || kinds.size < shapesKept;
      const shape = isKept ? known : '';
      const key = `${why}\n${shape}`;
      const kind = kinds.get(key) ?? { why, broken, shape, lines: 0, examples: [] };
      if (kind.lines === 0) kinds.set(key, kind);
      kind.lines += 1;
      if (kind.examples.length === examplesKept) return;
      // A copy of the beginning: a slice would keep a line of megabytes alive.
      kind.examples.push({ line, text: structuredClone(text.slice(0, exampleKept)) });
    },
    get kinds() {
      return [...kinds.values()].sort((a, b) => b.lines - a.lines);
    },
  };
}
