import type { BareEvent } from '../bare-event.ts';
import type { Capability, Format } from '../format.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import type { Clock } from './clock.ts';
import { fieldValue } from './field-value.ts';
import type { EventPlan, FieldPlan, OwnDefinition, OwnRule } from './own-definition.ts';

/** Longer lines are broken: nobody's Raft writes them, and each pattern has to pass over them. */
const longestLine = 16_384;

/** The format that a definition describes; `onRule` hears which rule a line matched, from 0. */
export function createOwnFormat(
  definition: OwnDefinition,
  onRule?: (rule: number) => void,
): Format {
  const { id, title, only } = definition;
  return {
    id,
    title,
    capabilities: capabilitiesOf(definition),
    ...(only === undefined ? {} : { filter: { anyOf: only, why: 'not of Raft' } }),
    // It is only read where the user asks for it by name.
    detect: () => 0,
    open(file, node = nodeOfFile(file)) {
      const teller: Teller = {
        definition,
        clock: definition.openClock(),
        node: definition.ids.get(node) ?? node,
        terms: new Map(),
        onRule,
      };
      return createLineReader(file, { tell: (text) => tell(teller, text) });
    },
  };
}

interface Teller {
  readonly definition: OwnDefinition;
  readonly clock: Clock;
  /** The server that the file is of. */
  readonly node: string;
  /** The last term that a line of each server said. */
  readonly terms: Map<string, number>;
  readonly onRule: ((rule: number) => void) | undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

const noGroups: Groups = {};

function tell(teller: Teller, text: string): Told {
  if (text.trim() === '') return { kind: 'ignored', why: 'blank' };
  if (text.length > longestLine) return { kind: 'broken', why: 'longer than 16 KiB' };
  const { line, rules } = teller.definition;
  const shared = line === undefined ? noGroups : line.exec(text);
  if (shared === undefined) return { kind: 'ignored', why: 'other line' };
  const words = shared.words ?? text;
  for (const [index, rule] of rules.entries()) {
    const own = rule.pattern.exec(words);
    if (own === undefined) continue;
    teller.onRule?.(index);
    if (rule.ignore !== undefined) return { kind: 'ignored', why: rule.ignore };
    return tellRule(teller, rule, (group) => own[group] ?? shared[group]);
  }
  return { kind: 'ignored', why: 'no rule matches' };
}

type ValueOf = (group: string) => string | undefined;

function tellRule(teller: Teller, { events }: OwnRule, value: ValueOf): Told {
  const written = value('time');
  const time = written === undefined ? undefined : teller.clock(written);
  if (written !== undefined && time === undefined) {
    return { kind: 'broken', why: 'the time is not written as the definition says' };
  }
  const made: BareEvent[] = [];
  for (const plan of events) {
    const event = makeEvent(teller, plan, value);
    if (typeof event === 'string') return { kind: 'broken', why: event };
    made.push(event);
  }
  return { kind: 'events', time, events: made };
}

/** The event, or what is wrong with the line. */
function makeEvent(
  { definition, node, terms }: Teller,
  plan: EventPlan,
  value: ValueOf,
): BareEvent | string {
  const fields: Record<string, unknown> = { event: plan.event };
  for (const field of plan.fields) {
    const made = makeField(definition, field, value);
    if (made === wrong) return `${field.name} of ${plan.event} cannot be read`;
    if (made !== undefined) fields[field.name] = made;
    else if (field.required) return `${field.name} of ${plan.event} is not in the line`;
  }
  if (fields.node === undefined && !ofHarness(plan.event)) fields.node = node;
  if (typeof fields.node === 'string') carry(definition, fields, fields.node, terms);
  // Every field has the type that the catalogue gives it, and none that is required is missing.
  return fields as unknown as BareEvent;
}

function carry(
  { carryTerm }: OwnDefinition,
  fields: Record<string, unknown>,
  node: string,
  terms: Map<string, number>,
): void {
  const term = fields.event === 'term.changed' ? fields.to : fields.term;
  if (typeof term === 'number') terms.set(node, term);
  const known = terms.get(node);
  if (carryTerm && fields.term === undefined && known !== undefined) fields.term = known;
}

function ofHarness(event: string): boolean {
  return /^(?:test|fault|trace)\./.test(event);
}

const wrong = Symbol('wrong');

function makeField(definition: OwnDefinition, field: FieldPlan, value: ValueOf): unknown {
  if (field.from.kind === 'fixed') return field.from.value;
  const text = field.from.template.fill(value);
  if (text === undefined) return undefined;
  const made = fieldValue(field.type, text, definition.roles);
  if (made === undefined) return wrong;
  if (!field.servers) return made;
  return Array.isArray(made)
    ? made.map((name) => idOf(definition, String(name)))
    : idOf(definition, String(made));
}

function idOf({ ids, nodes }: OwnDefinition, name: string): string {
  return ids.get(name) ?? nodes?.replace('{}', () => name) ?? name;
}

/** What its rules can give; whether the program writes all of these lines, its author knows. */
function capabilitiesOf({ rules, carryTerm }: OwnDefinition): readonly Capability[] {
  return rules.flatMap(({ events }) =>
    events.map(({ event, fields }) => ({
      event,
      fields: [...fields.map(({ name }) => name), ...(carryTerm ? ['term'] : [])],
      level: 'default',
    })),
  );
}
