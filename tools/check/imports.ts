import { maskCode } from './mask-code.ts';
import { lineAt, type SourceFile } from './source-file.ts';

/** A module that a file names, as written. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** Everything that a file imports or re-exports, statically or by `import()` of a fixed name. */
export function importsOf({ text }: SourceFile): readonly Import[] {
  const code = maskCode(text);
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*(['"])/g)].map((match) => {
    const start = match.index + match[0].length;
    const end = code.indexOf(match[1] ?? '', start);
    return { specifier: text.slice(start, end), line: lineAt(text, start) };
  });
}
