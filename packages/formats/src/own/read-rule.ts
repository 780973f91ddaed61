import {
  catalogue,
  type EventName,
  type EventSpec,
  envelopeFields,
  type FieldSpec,
} from '@raftlens/trace';
import type { DefinitionPath } from './definition-problem.ts';
import type { DefinitionReader } from './definition-reader.ts';
import { fieldValue, textualTypes } from './field-value.ts';
import type { EventPlan, FieldPlan, OwnRule } from './own-definition.ts';
import type { Pattern } from './pattern.ts';
import { readTemplate } from './template.ts';

const ruleKeys: readonly string[] = ['match', 'event', 'set', 'events', 'ignore'];

/** Fields that name servers, where they are text. */
const serverFields: ReadonlySet<string> = new Set([
  'node',
  'from',
  'to',
  'candidate',
  'candidateId',
  'leader',
  'peer',
  'target',
  'source',
  'nodes',
  'voters',
  'votersOutgoing',
  'learners',
  'acks',
]);

/** Groups that are no fields of events. */
const known: readonly string[] = ['time', 'words'];

/** Reads one rule of a definition; `line` is what all lines have in common. */
export function readRule(
  reader: DefinitionReader,
  path: DefinitionPath,
  value: unknown,
  line: Pattern | undefined,
): OwnRule | undefined {
  const parts = reader.object(path, value, ruleKeys);
  if (parts === undefined) return undefined;
  const pattern = reader.pattern([...path, 'match'], parts.get('match'));
  if (pattern === undefined) return undefined;
  const kinds = ['event', 'events', 'ignore'].filter((key) => parts.has(key));
  if (kinds.length !== 1) {
    return reader.complain(path, 'a rule has one of event, events and ignore');
  }
  if (parts.has('ignore')) {
    const ignore = reader.text([...path, 'ignore'], parts.get('ignore'))?.slice(0, 100);
    return ignore === undefined ? undefined : { pattern, ignore, events: [] };
  }
  const listed = parts.has('events')
    ? (reader.list([...path, 'events'], parts.get('events')) ?? [])
    : [{ event: parts.get('event'), ...(parts.has('set') && { set: parts.get('set') }) }];
  const events = listed.flatMap((each, index) => {
    const place = parts.has('events') ? [...path, 'events', index] : path;
    return readEvent({ reader, pattern, line }, place, each) ?? [];
  });
  complainOfUnused(reader, path, pattern, events);
  return { pattern, ignore: undefined, events };
}

interface Context {
  readonly reader: DefinitionReader;
  readonly pattern: Pattern;
  readonly line: Pattern | undefined;
}

function readEvent(context: Context, path: DefinitionPath, value: unknown): EventPlan | undefined {
  const { reader, pattern, line } = context;
  const parts = reader.object(path, value, ['event', 'set']);
  const name = parts?.get('event');
  if (typeof name !== 'string' || !Object.hasOwn(catalogue, name)) {
    return reader.complain(
      [...path, 'event'],
      `there is no event ${JSON.stringify(name)}; docs/trace-format.md lists them`,
    );
  }
  const event = name as EventName;
  const own: EventSpec = catalogue[event];
  const { time: _, ...envelope } = envelopeFields;
  const specs = new Map(Object.entries<FieldSpec>({ ...envelope, ...own.fields }));
  const set =
    parts?.has('set') === true
      ? reader.object([...path, 'set'], parts.get('set'), [...specs.keys()])
      : undefined;
  const groups = new Set([...pattern.groups, ...(line?.groups ?? [])]);
  const fields: FieldPlan[] = [];
  for (const [field, spec] of specs) {
    const place = [...path, 'set', field];
    const from = set?.has(field)
      ? readSource(context, place, set.get(field), spec)
      : groups.has(field)
        ? ({ kind: 'text', template: readTemplate(`{${field}}`) } as const)
        : undefined;
    if (from !== undefined) fields.push(planOf(field, spec, from));
    else if (spec.required && !set?.has(field)) {
      reader.complain(path, `${event} needs ${field} (${spec.doc}): a group, or a value in set`);
    }
  }
  for (const { name: field, type } of fields) {
    if (!textualTypes.has(type)) reader.complain(path, `no line can give ${field} of ${event}`);
  }
  return { event, fields };
}

function planOf(name: string, spec: FieldSpec, from: FieldPlan['from']): FieldPlan {
  const { type, required = false } = spec;
  const servers = (type === 'text' || type === 'texts') && serverFields.has(name);
  return { name, type, required, servers, from };
}

/** What stands in `set`: text that may name groups in braces, or a value as it is. */
function readSource(
  { reader, pattern, line }: Context,
  path: DefinitionPath,
  value: unknown,
  { type, doc }: FieldSpec,
): FieldPlan['from'] | undefined {
  const written = Array.isArray(value) ? value.join(' ') : value;
  if (!['string', 'number', 'boolean'].includes(typeof written)) {
    return reader.complain(path, `this has to be a text, a number, true or false: ${doc}`);
  }
  const template = readTemplate(String(written));
  for (const group of template.groups) {
    if (pattern.groups.includes(group) || line?.groups.includes(group) === true) continue;
    return reader.complain(path, `no group is called ${group}; write (?<${group}>...) in match`);
  }
  if (template.groups.length > 0) return { kind: 'text', template };
  const fixed = fieldValue(type, String(written), new Map());
  if (fixed !== undefined) return { kind: 'fixed', value: fixed };
  return reader.complain(path, `${JSON.stringify(written)} cannot stand here: ${doc}`);
}

/** A group that goes nowhere is most often misspelt. */
function complainOfUnused(
  reader: DefinitionReader,
  path: DefinitionPath,
  pattern: Pattern,
  events: readonly EventPlan[],
): void {
  const used = new Set(
    events.flatMap(({ fields }) =>
      fields.flatMap(({ from }) => (from.kind === 'text' ? from.template.groups : [])),
    ),
  );
  const named = events.map(({ event }) => event).join(', ');
  for (const group of pattern.groups) {
    if (used.has(group) || known.includes(group) || events.length === 0) continue;
    reader.complain(
      [...path, 'match'],
      `the group ${group} is no field of ${named}; use {${group}} in set, or write (?:...)`,
    );
  }
}
