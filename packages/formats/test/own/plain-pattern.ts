import type { CompilePattern } from '../../src/index.ts';

/** Patterns by JavaScript's own engine, which is enough for definitions that we wrote ourselves. */
export const plainPattern: CompilePattern = (source) => {
  try {
    const compiled = new RegExp(source);
    const groups = [...source.matchAll(/\(\?<(\w+)>/g)].map(([, name = '']) => name);
    return { groups, exec: (text) => named(compiled.exec(text)) };
  } catch {
    return 'not a pattern';
  }
};

function named(
  match: RegExpExecArray | null,
): Readonly<Record<string, string | undefined>> | undefined {
  return match === null ? undefined : (match.groups ?? {});
}
