import type { Finding } from '../finding.ts';
import { maskCode } from '../mask-code.ts';
import { isCode, lineAt, type SourceFile } from '../source-file.ts';

/** What a package gives away is written down by name, so that it never grows by accident. */
export function exportStar({ path, text }: SourceFile): readonly Finding[] {
  if (!isCode(path)) return [];
  return [...maskCode(text).matchAll(/^\s*export\s*(?:type\s*)?\*/gm)].map((match) => ({
    path,
    line: lineAt(text, match.index + match[0].search(/\S/)),
    what: 'export *',
    fix: 'export by name',
  }));
}
