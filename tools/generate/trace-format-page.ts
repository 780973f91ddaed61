import { readFileSync } from 'node:fs';
import {
  catalogue,
  decodeLine,
  type EventSpec,
  encodeEvent,
  envelopeFields,
  type FieldSpec,
  type FieldType,
  messageKinds,
  renderEvent,
  roles,
  schemaId,
  type TraceEvent,
} from '@raftlens/trace';
import type { Target } from './target.ts';

const samplePath = 'packages/trace/samples/raft-trace-1.jsonl';
const schemaPath = 'packages/trace/raft-trace-1.schema.json';

/** The reference page of the trace format. */
export const traceFormatPage: Target = {
  path: 'docs/trace-format.md',
  content: () => {
    const samples = readSamples();
    const events = Object.entries<EventSpec>(catalogue).map(([name, spec]) =>
      eventSection(name, spec, samples.get(name)),
    );
    return [introduction(), envelopeSection(), typeSection(), '## Events\n', ...events].join('\n');
  },
};

/** The first event of each name in the sample trace. */
function readSamples(): ReadonlyMap<string, TraceEvent> {
  const samples = new Map<string, TraceEvent>();
  const text = readFileSync(new URL(`../../${samplePath}`, import.meta.url), 'utf8');
  for (const line of text.trimEnd().split('\n')) {
    const outcome = decodeLine(line);
    if (outcome.kind !== 'event') throw new Error(`${samplePath}: not an event: ${line}`);
    if (!samples.has(outcome.event.event)) samples.set(outcome.event.event, outcome.event);
  }
  return samples;
}

function introduction(): string {
  return `# The trace format \`${schemaId}\`

Made by \`tools/generate\` from the catalogue in \`packages/trace\`: \
change that, and run \`pnpm fix\`.

A trace is UTF-8 text, one JSON object a line, one event an object. It is compatible with pino:
\`level\`, \`pid\`, \`hostname\` and \`msg\` may be there and are never needed. \
Words are those of the
Raft paper and of Ongaro's thesis.

- Keys may come in any order; \`null\` is the same as leaving a key out.
- Unknown keys and unknown events are counted and passed over. An object without \`event\` is some
  other log line, and passed over too.
- A line is broken when it is not a JSON object, when a known field has another type than below,
  when a required field is missing, or when it is longer than 4 Mi characters. It is counted and
  located, and hides none of the lines after it.
- A field or event without a version has been there since version 1. A reader of a version reads
  every version before it.

The JSON Schema of one line is \`${schemaPath}\`; a sample of every event is
\`${samplePath}\`.
`;
}

function envelopeSection(): string {
  const event: FieldSpec = { type: 'text', doc: 'the name of the event, one of those below' };
  const fields = { event: { ...event, required: true as const }, ...envelopeFields };
  return `## Envelope

Any event may have these.

${fieldTable(fields)}
`;
}

const types: Readonly<Record<FieldType, string>> = {
  text: 'a string',
  integer: 'a whole number from 0 to 2^53 − 1',
  number: 'a finite number; those of time are milliseconds, written to the microsecond',
  flag: '`true` or `false`',
  texts: 'an array of strings',
  range: 'an array of two numbers, the smaller first',
  role: words(roles),
  kind: words(messageKinds),
  entries: 'an array of `{"term":integer,"hash":text}`, an entry each; the hash may be absent',
  settings:
    '`{"electionTimeoutMs":range,"heartbeatIntervalMs":number,"preVote":flag,' +
    '"checkQuorum":flag}`, each of which may be absent',
  links: 'an array of `[from, to]`, a directed link each',
};

function typeSection(): string {
  const rows = Object.entries(types).map(([name, doc]) => `| \`${name}\` | ${doc} |`);
  return `## Types

| type | is |
|---|---|
${rows.join('\n')}

A \`hash\` is a 64-bit hash of an entry's command, in hex: equal commands, equal hashes.
`;
}

function eventSection(name: string, { doc, fields }: EventSpec, sample?: TraceEvent): string {
  if (sample === undefined) throw new Error(`${samplePath}: there is no ${name}; add a line`);
  return `### \`${name}\`

${doc}

${fieldTable(fields)}

\`\`\`json
${encodeEvent(sample)}
\`\`\`

\`\`\`text
${renderEvent(sample)}
\`\`\`
`;
}

function fieldTable(fields: Readonly<Record<string, FieldSpec>>): string {
  const rows = Object.entries(fields).map(([name, { type, doc, required, since }]) => {
    const need = required === true ? 'required' : '';
    return `| \`${name}\` | \`${type}\` | ${need} | ${since ?? 1} | ${doc} |`;
  });
  return ['| field | type | | since | meaning |', '|---|---|---|---|---|', ...rows].join('\n');
}

function words(list: readonly string[]): string {
  return list.map((word) => `\`${word}\``).join(', ');
}
