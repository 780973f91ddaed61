import { isPureSource } from '../arrows.ts';
import type { Finding } from '../finding.ts';
import { importsOf } from '../imports.ts';
import { maskCode } from '../mask-code.ts';
import { isCode, lineAt, type SourceFile } from '../source-file.ts';

/** Each word that a pure package does without, and what it uses instead. */
const banned: readonly (readonly [RegExp, string])[] = [
  [free('Date|performance'), 'take the time as an input'],
  [/\bMath\s*\.\s*random\b/g, "draw from the trial's own generator"],
  [free('crypto'), "draw from the trial's own generator"],
  [free('process|fetch|console'), 'leave input and output to the caller'],
  [
    free('setTimeout|setInterval|setImmediate|queueMicrotask'),
    'ask for a timer in the output and be told when it fires',
  ],
  // By these all of the above can be had, and what a collector does and when is chance too.
  [free('globalThis|eval|Function|navigator|require'), 'name what you need as an input'],
  [/\bimport\s*\.\s*meta\b|\bimport\s*\(/g, 'import by name, at the head of the file'],
  [free('WeakRef|FinalizationRegistry'), 'keep or drop what you hold by your own rules'],
  // Engines word it as they like.
  [/\.stack\b/g, 'say what happened in words of your own'],
  // The machine's language decides these, and equal seeds must give equal bytes everywhere.
  [/\bIntl\b|\.(?:localeCompare|toLocale\w+)\b/g, 'compare and print by code units'],
];

/** The global of this name: no property, and no key of an object. */
function free(names: string): RegExp {
  return new RegExp(`(?<![.\\w$])(?:${names})\\b(?!\\s*\\??:)`, 'g');
}

/** Law 2 in sources: a pure package's output follows from its input alone. */
export function purity(file: SourceFile): readonly Finding[] {
  if (!isCode(file.path) || !isPureSource(file.path)) return [];
  const code = maskCode(file.text);
  const words = banned.flatMap(([pattern, fix]) =>
    [...code.matchAll(pattern)].map((match) => ({
      path: file.path,
      line: lineAt(file.text, match.index),
      what: `${match[0]} in a pure package`,
      fix,
    })),
  );
  const imports = importsOf(file)
    .filter(({ specifier }) => !/^(?:\.|@raftlens\/)/.test(specifier))
    .map(({ specifier, line }) => ({
      path: file.path,
      line,
      what: `${specifier} imported in a pure package`,
      fix: 'do without it, or move the code to a package that may',
    }));
  return [...words, ...imports].sort((a, b) => a.line - b.line);
}
