import type { EventSpec, FieldSpec, FieldType, MessageKind } from '@raftlens/trace';
// Not by the package's name: its index loads the very file that is made here.
import { catalogue } from '../../packages/trace/src/catalogue.ts';
import { envelopeFields } from '../../packages/trace/src/envelope-fields.ts';
import { messageKinds } from '../../packages/trace/src/message-kind.ts';
import { roles } from '../../packages/trace/src/role.ts';
import { messageFields } from '../../packages/trace/src/shared-fields.ts';
import type { Target } from './target.ts';

/** How the value of a field of each shape is put after its key. */
const putters: Readonly<Record<FieldType, { readonly opening: string; readonly put: string }>> = {
  text: { opening: '"', put: 'putText' },
  integer: { opening: '', put: 'putInteger' },
  number: { opening: '', put: 'putNumber' },
  flag: { opening: '', put: 'putFlag' },
  texts: { opening: '', put: 'putTexts' },
  role: { opening: '"', put: 'putRole' },
  kind: { opening: '"', put: 'putKind' },
  entries: { opening: '', put: 'putEntries' },
  range: { opening: '', put: 'putRare' },
  settings: { opening: '', put: 'putRare' },
  links: { opening: '', put: 'putRare' },
};

/** Fields that are the same on most lines, and where the cursor keeps them. */
const sameFields: Readonly<Record<string, string>> = { group: 'sameGroup', run: 'sameRun' };

/**
 * Messages of these kinds, which have fields of their own, are most of a trace: each has a function
 * for itself, so that every place that reads a field meets few shapes of events.
 */
const kindsApart: readonly (readonly MessageKind[])[] = [
  ['AppendEntries'],
  ['AppendEntriesResponse'],
  ['RequestVote', 'PreVote'],
  ['RequestVoteResponse', 'PreVoteResponse'],
];

/**
 * The byte encoder's straight-line code, one function for each set of fields.
 *
 * A key is put eight bytes at a time; what goes beyond its end is written over by what follows.
 */
export const traceByteEncoder: Target = {
  path: 'packages/trace/src/bytes/event-putters.gen.ts',
  content: () => {
    const functions = [...eventsByFields()].flatMap(([fields, names]) =>
      fields === (messageFields as EventSpec['fields'])
        ? messages(names, fields)
        : [putter(functionName(names), names, fields)],
    );
    const words = [word('Role', roles), word('Kind', messageKinds)];
    const body = [...words, ...functions, table()].join('\n');
    return `${imports(body)}\n${body}`;
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

function imports(body: string): string {
  const used = (module: string, names: readonly string[]): string => {
    const found = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body)).sort();
    return `import { ${found.join(', ')} } from './${module}.ts';\n`;
  };
  return `// Made by tools/generate from the catalogue: change that, and run \`pnpm fix\`.
import type { MessageKind } from '../message-kind.ts';
import type { Role } from '../role.ts';
import type { EventOf, TraceEvent } from '../trace-event.ts';
import type { PutCursor } from './put-cursor.ts';
${[
  used('put-number', ['putInteger', 'putNumber']),
  used('put-same-text', ['putSameText']),
  used('put-text', ['putText']),
  used('put-time', ['putTime']),
  used('put-values', ['putEntries', 'putFlag', 'putRare', 'putTexts']),
].join('')}`;
}

/** Puts a word of a closed set, which never needs an escape, and its closing quote. */
function word(what: 'Role' | 'Kind', words: readonly string[]): string {
  const type = what === 'Role' ? 'Role' : 'MessageKind';
  const tests = words.map((each) => `  if (word === '${each}') { ${put(`${each}"`)} return p; }`);
  return `function put${what}(c: PutCursor, start: number, word: ${type}): number {
  const v = c.view;
  let p = start;
${tests.join('\n')}
  c.failed = true;
  return p;
}
`;
}

/** A function for each of the kinds apart, one for the rest, and one that chooses. */
function messages(names: readonly string[], fields: EventSpec['fields']): readonly string[] {
  const name = functionName(names);
  const apart = kindsApart.map((kinds) => putter(`${name}${kinds[0]}`, names, fields));
  const cases = kindsApart.map((kinds) => {
    const labels = kinds.map((kind) => `    case '${kind}':\n`);
    return `${labels.join('')}      return ${name}${kinds[0]}(c, e);`;
  });
  return [
    ...apart,
    putter(`${name}Other`, names, fields),
    `function ${name}(c: PutCursor, e: ${eventOf(names)}): number {
  switch (e.kind) {
${cases.join('\n')}
    default:
      return ${name}Other(c, e);
  }
}
`,
  ];
}

function putter(name: string, names: readonly string[], fields: EventSpec['fields']): string {
  const { time: _time, ...envelope } = envelopeFields;
  return `function ${name}(c: PutCursor, e: ${eventOf(names)}): number {
  let v = c.view;
  let p = c.at;
  ${put('{"level":30,"time":')}
  p = putTime(c, p, e.time);
${eventName(names)}
${Object.entries({ ...envelope, ...fields })
  .map(putting)
  .join('\n')}
  return p;
}
`;
}

function eventName(names: readonly string[]): string {
  const last = names.length - 1;
  return names
    .map((name, index) => {
      const text = put(`,"event":"${name}"`);
      if (last === 0) return `  ${text}`;
      return index === last ? `{ ${text} }` : `  if (e.event === '${name}') { ${text} } else`;
    })
    .join(' ');
}

function putting(
  [name, { type, required }]: readonly [string, FieldSpec],
  index: number,
  all: readonly unknown[],
): string {
  const { opening, put: putValue } = putters[type];
  const same = sameFields[name];
  const value =
    same === undefined
      ? `p = ${putValue}(c, p, e.${name});`
      : `p = putSameText(c, p, e.${name}, c.${same});`;
  const isList = type === 'texts' || type === 'entries';
  const again = isList && index < all.length - 1 ? ' v = c.view;' : '';
  const statement = `${put(`,"${name}":${opening}`)} ${value}${again}`;
  return required ? `  ${statement}` : `  if (e.${name} !== undefined) { ${statement} }`;
}

/** The statements that put these letters at `p` and pass them. */
function put(text: string): string {
  const stores: string[] = [];
  for (let start = 0; start < text.length; start += 8) {
    const letters = text.slice(start, start + 8).padEnd(8);
    const view = new DataView(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)).buffer);
    const place = start === 0 ? 'p' : `p + ${start}`;
    stores.push(`v.setFloat64(${place}, ${view.getFloat64(0, true)}, true);`);
  }
  return `${stores.join(' ')} p += ${text.length};`;
}

function table(): string {
  const rows = Object.entries<EventSpec>(catalogue).map(
    ([, { fields }]) => `  ${functionName(eventsByFields().get(fields) ?? [])},`,
  );
  return `type EventPutter = (c: PutCursor, event: TraceEvent) => number;

/** Puts an event up to its last field, by its number; gives where that ends. */
export const eventPutters: readonly EventPutter[] = [
${rows.join('\n')}
] as readonly ((c: PutCursor, event: never) => number)[] as EventPutter[];
`;
}

function eventOf(names: readonly string[]): string {
  return `EventOf<${names.map((name) => `'${name}'`).join(' | ')}>`;
}

/** `vote.granted` becomes `voteGranted`; a shared function has the name of its first event. */
function functionName(names: readonly string[]): string {
  return (names[0] ?? '').replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase());
}
