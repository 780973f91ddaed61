/** A text file of the repository. */
export interface SourceFile {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Whether people write and read this file as program text: not generated, not a test's input. */
export function isCode(path: string): boolean {
  return /\.(?:ts|mjs|js)$/.test(path) && !/\.gen\.|^test\/fixtures\//.test(path);
}

/** The line that an offset of the text is on, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}
