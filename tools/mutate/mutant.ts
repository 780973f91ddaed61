/** The core with one thing wrong in it. */
export interface Mutant {
  /** Below `packages/core/src`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The line as it stands, without the spaces around it. */
  readonly text: string;
  /** What is done to it. */
  readonly change: string;
  /** The whole file with that done, as JavaScript. */
  readonly code: string;
}

/** Tells a mutant from all others, also where lines before it come or go. */
export function nameOf({ file, text, change }: Pick<Mutant, 'file' | 'text' | 'change'>): string {
  return `${file} | ${text} | ${change}`;
}
