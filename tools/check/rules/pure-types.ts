import { arrows, packageFolder } from '../arrows.ts';
import type { Finding } from '../finding.ts';
import { lineAt, type SourceFile } from '../source-file.ts';

/**
 * Law 2 in settings: a pure package's compiler knows neither Node nor the browser, so that most of
 * what is banned there does not even compile.
 */
export function pureTypes(file: SourceFile): readonly Finding[] {
  const folder = packageFolder(file.path);
  const pure = folder !== undefined && arrows[folder]?.pure === true;
  if (!pure || !file.path.endsWith('/tsconfig.json')) return [];
  const pattern = /"types"\s*:\s*\[\s*[^\]\s]|"lib"\s*:\s*\[[^\]]*"dom/gi;
  return [...file.text.matchAll(pattern)].map((match) => ({
    path: file.path,
    line: lineAt(file.text, match.index),
    what: 'a pure package compiles with the types of a platform',
    fix: 'remove "types" and "lib": tsconfig.base.json has the right ones',
  }));
}
