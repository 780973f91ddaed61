import type { EventSpec, FieldSpec, FieldType } from '@raftlens/trace';
// Not by the package's name: its index loads the very file that is made here.
import { catalogue } from '../../packages/trace/src/catalogue.ts';
import type { Target } from './target.ts';

/** How a field of each shape is printed as JSON, given the expression that reads it. */
const printed: Readonly<Record<FieldType, (value: string) => string>> = {
  text: (value) => `printText(${value})`,
  integer: (value) => `printNumber(${value})`,
  number: (value) => `printNumber(${value})`,
  flag: (value) => value,
  texts: (value) => `printTexts(${value})`,
  range: (value) => `printRange(${value})`,
  role: (value) => `printWord(${value})`,
  kind: (value) => `printWord(${value})`,
  entries: (value) => `printEntries(${value})`,
  settings: (value) => `printSettings(${value})`,
  links: (value) => `printLinks(${value})`,
};

/**
 * The encoder's straight-line code, one function for each set of fields.
 *
 * A loop over the catalogue reads every field of every event at one place, which no engine can
 * make fast: it took 1.6 times as long, and lost to JSON.stringify on messages.
 */
export const traceEncoder: Target = {
  path: 'packages/trace/src/encode-fields.gen.ts',
  content: () => {
    const functions = [...eventsByFields()].map(([fields, names]) => encoder(names, fields));
    const body = [...functions, table()].join('\n');
    return `${header(body)}\n${body}`;
  },
};

/** Events that share one set of fields share one function. */
function eventsByFields(): ReadonlyMap<EventSpec['fields'], readonly string[]> {
  const groups = new Map<EventSpec['fields'], string[]>();
  for (const [name, { fields }] of Object.entries<EventSpec>(catalogue)) {
    groups.set(fields, [...(groups.get(fields) ?? []), name]);
  }
  return groups;
}

function header(body: string): string {
  const printers = [...new Set(body.match(/\bprint[A-Z]\w*/g))].sort();
  const shapes = printers.filter((name) => name !== 'printNumber' && name !== 'printText');
  return `// Made by tools/generate from the catalogue: change that, and run \`pnpm fix\`.
import { ${shapes.join(', ')} } from './print-field.ts';
import { printNumber } from './print-number.ts';
import { printText } from './print-text.ts';
import type { EventName, EventOf } from './trace-event.ts';
`;
}

function encoder(names: readonly string[], fields: Readonly<Record<string, FieldSpec>>): string {
  const type = names.map((name) => `'${name}'`).join(' | ');
  const lines = Object.entries(fields).map(([name, { type: shape, required }]) => {
    const append = `line += \`,"${name}":\${${printed[shape](`e.${name}`)}}\`;`;
    return required ? `  ${append}` : `  if (e.${name} !== undefined) ${append}`;
  });
  return `function ${functionName(names)}(head: string, e: EventOf<${type}>): string {
  let line = head;
${lines.join('\n')}
  return line;
}
`;
}

function table(): string {
  const rows = [...eventsByFields().values()].flatMap((names) =>
    names.map((name) => `  '${name}': ${functionName(names)},`),
  );
  return `/** Appends the fields that only this event has, in the order of the catalogue, to its line. */
export const fieldEncoders: {
  readonly [Name in EventName]: (head: string, event: EventOf<Name>) => string;
} = {
${rows.join('\n')}
};
`;
}

/** `vote.granted` becomes `voteGranted`; a shared function has the name of its first event. */
function functionName(names: readonly string[]): string {
  return (names[0] ?? '').replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase());
}
