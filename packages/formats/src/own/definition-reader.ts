import type { DefinitionPath, DefinitionProblem } from './definition-problem.ts';
import type { CompilePattern, Pattern } from './pattern.ts';

/** Reads the parts of a definition, and notes what is wrong with them. */
export interface DefinitionReader {
  readonly problems: DefinitionProblem[];
  complain(path: DefinitionPath, message: string): undefined;
  /** An object with none but these keys. */
  object(
    path: DefinitionPath,
    value: unknown,
    keys: readonly string[],
  ): ReadonlyMap<string, unknown> | undefined;
  text(path: DefinitionPath, value: unknown): string | undefined;
  texts(path: DefinitionPath, value: unknown): readonly string[] | undefined;
  list(path: DefinitionPath, value: unknown): readonly unknown[] | undefined;
  flag(path: DefinitionPath, value: unknown): boolean | undefined;
  /** Texts by name. */
  words(path: DefinitionPath, value: unknown): ReadonlyMap<string, string>;
  pattern(path: DefinitionPath, value: unknown): Pattern | undefined;
}

/** More of anything than this is no definition that somebody wrote. */
const most = 1000;
const longestPattern = 2000;

/** Begins with nothing wrong. */
export function createDefinitionReader(compile: CompilePattern): DefinitionReader {
  const problems: DefinitionProblem[] = [];
  const complain = (path: DefinitionPath, message: string): undefined => {
    problems.push({ path, message });
    return undefined;
  };
  const text = (path: DefinitionPath, value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? value : complain(path, 'this has to be text');
  const list = (path: DefinitionPath, value: unknown): readonly unknown[] | undefined => {
    if (!Array.isArray(value)) return complain(path, 'this has to be a list');
    return value.length > most ? complain(path, `more than ${most} are too many`) : value;
  };
  return {
    problems,
    complain,
    text,
    list,
    object(path, value, keys) {
      const map = mapOf(value);
      if (map === undefined) return complain(path, `this has to be ${keys.join(', ')}`);
      for (const key of map.keys()) {
        if (!keys.includes(key)) {
          complain([...path, key], `nothing is called ${key} here; there are ${keys.join(', ')}`);
        }
      }
      return map;
    },
    texts: (path, value) =>
      list(path, value)?.flatMap((item, index) => text([...path, index], item) ?? []),
    flag: (path, value) =>
      typeof value === 'boolean' ? value : complain(path, 'this has to be true or false'),
    words(path, value) {
      const words = new Map<string, string>();
      const map = mapOf(value);
      if (map === undefined) complain(path, 'this has to be names, each with what it means');
      for (const [name, meaning] of map ?? []) {
        const word = typeof meaning === 'number' ? String(meaning) : meaning;
        const read = text([...path, name], word);
        if (read !== undefined) words.set(name, read);
      }
      return words;
    },
    pattern(path, value) {
      const source = text(path, value);
      if (source === undefined) return undefined;
      if (source.length > longestPattern) {
        return complain(path, `this is longer than ${longestPattern} characters; write two rules`);
      }
      const made = compile(source);
      return typeof made === 'string' ? complain(path, made) : made;
    },
  };
}

function mapOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.length > most ? undefined : new Map(entries);
}
