import type { EventSpec, FieldSpec, FieldType } from '@raftlens/trace';
// Not by the package's name: its index loads the very file that is made here.
import { catalogue } from '../../packages/trace/src/catalogue.ts';
import { envelopeFields } from '../../packages/trace/src/envelope-fields.ts';
import type { Target } from './target.ts';

/** How a field of each shape goes into the line, given the expression that reads it. */
const printed: Readonly<Record<FieldType, (value: string) => string>> = {
  text: (value) => `\${printText(${value})}`,
  integer: (value) => `\${${value}}`,
  number: (value) => `\${printNumber(${value})}`,
  flag: (value) => `\${${value}}`,
  texts: (value) => `\${printTexts(${value})}`,
  range: (value) => `\${printRange(${value})}`,
  // The words of a closed set never need an escape.
  role: (value) => `"\${${value}}"`,
  kind: (value) => `"\${${value}}"`,
  entries: (value) => `\${printEntries(${value})}`,
  settings: (value) => `\${printSettings(${value})}`,
  links: (value) => `\${printLinks(${value})}`,
};

/**
 * The encoder's straight-line code, one function for each set of fields.
 *
 * A loop over the catalogue reads the fields of all events at one place, which no engine makes
 * fast; `npm run bench -- encode` has the encoder beside JSON.stringify.
 */
export const traceEncoder: Target = {
  path: 'packages/trace/src/event-encoders.gen.ts',
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

function encoder(names: readonly string[], fields: EventSpec['fields']): string {
  const type = names.map((name) => `'${name}'`).join(' | ');
  const { time, ...envelope } = envelopeFields;
  const start = `{"level":30,"time":${printed[time.type]('e.time')},"event":"\${e.event}"`;
  return `function ${functionName(names)}(e: EventOf<${type}>): string {
  let line = \`${start}\`;
${Object.entries({ ...envelope, ...fields })
  .map(appending)
  .join('\n')}
  return line;
}
`;
}

function appending([name, { type, required }]: readonly [string, FieldSpec]): string {
  const append = `line += \`,"${name}":${printed[type](`e.${name}`)}\`;`;
  return required ? `  ${append}` : `  if (e.${name} !== undefined) ${append}`;
}

function table(): string {
  const rows = [...eventsByFields().values()].flatMap((names) =>
    names.map((name) => `  '${name}': ${functionName(names)},`),
  );
  return `/** Encodes an event as a line up to its last field, its closing brace left out. */
export const eventEncoders: {
  readonly [Name in EventName]: (event: EventOf<Name>) => string;
} = {
${rows.join('\n')}
};
`;
}

/** `vote.granted` becomes `voteGranted`; a shared function has the name of its first event. */
function functionName(names: readonly string[]): string {
  return (names[0] ?? '').replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase());
}
