import { readFileSync, statSync } from 'node:fs';
import { type DefinitionPath, type OwnDefinition, readDefinition } from '@raftlens/formats';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { compilePattern } from './compile-pattern.ts';

/** A definition of a format as it stands in a file, or what is wrong with it, a line each. */
export type LoadedDefinition =
  | {
      readonly kind: 'definition';
      readonly definition: OwnDefinition;
      /** The line that a part of it stands in. */
      lineOf(path: DefinitionPath): number;
    }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

const mostBytes = 1024 * 1024;
const mostAliases = 50;
const problemsShown = 20;

/** Reads a file of YAML, of which JSON is a part. */
export function loadDefinition(file: string): LoadedDefinition {
  let text: string;
  try {
    if (statSync(file).size > mostBytes) return oneProblem(`${file}: longer than 1 MiB`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return oneProblem(`${file}: the definition cannot be read: ${reason}`);
  }
  return parseDefinition(file, text);
}

/** As {@link loadDefinition}, of text that is at hand. */
export function parseDefinition(file: string, text: string): LoadedDefinition {
  const lines = new LineCounter();
  let value: unknown;
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.length > 0) {
      return problems(
        document.errors.map(({ pos, message }) => [lines.linePos(pos[0]).line, message]),
      );
    }
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    return problems([[1, error instanceof Error ? error.message : String(error)]]);
  }
  const lineOf = (path: DefinitionPath): number => lineIn(document, lines, path);
  const read = readDefinition(value, compilePattern);
  if (read.kind === 'definition') return { ...read, lineOf };
  return problems(read.problems.map(({ path, message }) => [lineOf(path), wordsOf(path, message)]));

  function problems(
    found: readonly (readonly [line: number, message: string])[],
  ): LoadedDefinition {
    const shown = found
      .slice(0, problemsShown)
      .map(([line, message]) => `${file}:${line}: ${message}`);
    const more = found.length - shown.length;
    if (more > 0) shown.push(`${file}: ... and ${more} more`);
    return { kind: 'problems', problems: shown };
  }
}

function oneProblem(message: string): LoadedDefinition {
  return { kind: 'problems', problems: [message] };
}

function wordsOf(path: DefinitionPath, message: string): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

/** Of the nearest part that is there: what is missing has no line. */
function lineIn(document: Document, lines: LineCounter, path: DefinitionPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node !== 'object' || node === null || !('range' in node)) continue;
    const { range } = node;
    if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line;
  }
  return 1;
}
