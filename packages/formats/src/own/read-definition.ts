import { type Role, roles } from '@raftlens/trace';
import { clockOf, type OpenClock } from './clock.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import { createDefinitionReader, type DefinitionReader } from './definition-reader.ts';
import type { OwnDefinition, OwnRule } from './own-definition.ts';
import type { CompilePattern, Pattern } from './pattern.ts';
import { readRule } from './read-rule.ts';

/** A definition, or all that is wrong with it. */
export type ReadDefinition =
  | { readonly kind: 'definition'; readonly definition: OwnDefinition }
  | { readonly kind: 'problems'; readonly problems: readonly DefinitionProblem[] };

const keys: readonly string[] = [
  'format',
  'title',
  'only',
  'line',
  'time',
  'nodes',
  'ids',
  'roles',
  'carryTerm',
  'rules',
];

/** Checks what a user wrote down, as plain values such as YAML or JSON give. Never throws. */
export function readDefinition(value: unknown, compile: CompilePattern): ReadDefinition {
  const reader = createDefinitionReader(compile);
  const parts = reader.object([], value, keys) ?? new Map<string, unknown>();
  const id = readId(reader, parts.get('format'));
  const line = parts.has('line') ? reader.pattern(['line'], parts.get('line')) : undefined;
  const definition: OwnDefinition = {
    id,
    title: parts.has('title') ? (reader.text(['title'], parts.get('title')) ?? id) : id,
    only: readOnly(reader, parts.get('only')),
    line,
    openClock: readClock(reader, parts.get('time')),
    nodes: readNodes(reader, parts.get('nodes')),
    ids: parts.has('ids') ? reader.words(['ids'], parts.get('ids')) : new Map(),
    roles: readRoles(reader, parts.get('roles')),
    carryTerm:
      parts.has('carryTerm') && reader.flag(['carryTerm'], parts.get('carryTerm')) === true,
    rules: readRules(reader, parts.get('rules'), line),
  };
  const { problems } = reader;
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'definition', definition };
}

function readId(reader: DefinitionReader, value: unknown): string {
  if (typeof value === 'string' && /^[a-z][a-z0-9-]{0,40}$/.test(value)) return value;
  reader.complain(['format'], 'give the format a name, in small letters, digits and hyphens');
  return 'own';
}

function readOnly(reader: DefinitionReader, value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const marks = reader.texts(['only'], value) ?? [];
  if (marks.length === 0 || !marks.every((mark) => /^[ -~]{1,100}$/.test(mark))) {
    reader.complain(['only'], 'give texts of ASCII characters; every line of interest holds one');
  }
  return marks;
}

function readClock(reader: DefinitionReader, value: unknown): OpenClock {
  const written = value === undefined ? 'iso' : value;
  const clock =
    typeof written === 'string' || typeof written === 'number' ? clockOf(written) : undefined;
  if (clock === undefined) {
    reader.complain(
      ['time'],
      'write iso, s, ms, us or ns, how many ms is one, or a pattern such as %H:%M:%S.%f',
    );
  }
  return clock ?? (() => () => undefined);
}

function readNodes(reader: DefinitionReader, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const nodes = reader.text(['nodes'], value);
  if (nodes?.includes('{}') === false) {
    reader.complain(['nodes'], 'put {} where the name of the server goes, such as S{}');
  }
  return nodes;
}

function readRoles(reader: DefinitionReader, value: unknown): ReadonlyMap<string, Role> {
  const words = new Map<string, Role>();
  if (value === undefined) return words;
  for (const [word, meaning] of reader.words(['roles'], value)) {
    const role = roles.find((each) => each === meaning);
    if (role === undefined) reader.complain(['roles', word], `roles are ${roles.join(', ')}`);
    else words.set(word, role);
  }
  return words;
}

function readRules(
  reader: DefinitionReader,
  value: unknown,
  line: Pattern | undefined,
): readonly OwnRule[] {
  const rules = reader.list(['rules'], value) ?? [];
  if (Array.isArray(value) && rules.length === 0) {
    reader.complain(['rules'], 'write at least one rule');
  }
  return rules.flatMap((rule, index) => readRule(reader, ['rules', index], rule, line) ?? []);
}
