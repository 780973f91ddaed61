import { catalogue } from './catalogue.ts';
import { envelopeFields } from './envelope-fields.ts';
import type { EventSpec, FieldSpec, FieldType } from './field-types.ts';
import { messageKinds } from './message-kind.ts';
import { entryFields, settingsFields } from './nested-fields.ts';
import { roles } from './role.ts';
import { schemaId } from './schema-id.ts';

/** A JSON value, as deep as it may be. */
export type JsonValue =
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [key: string]: JsonValue };

type FieldTable = Readonly<Record<string, FieldSpec>>;

const text: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const number: JsonSchema = { type: 'number' };

const shapes: Readonly<Record<FieldType, JsonSchema>> = {
  text,
  integer,
  number,
  flag: { type: 'boolean' },
  texts: { type: 'array', items: text },
  range: pair(number),
  role: { $ref: '#/$defs/role' },
  kind: { $ref: '#/$defs/kind' },
  entries: { type: 'array', items: { $ref: '#/$defs/entry' } },
  settings: { $ref: '#/$defs/settings' },
  links: { type: 'array', items: pair(text) },
};

/**
 * The JSON Schema (draft 2020-12) of one line of the trace, made from the catalogue.
 *
 * It says what to write. A reader takes more: events and keys that it does not know, and null for
 * a field that is absent.
 */
export function jsonSchema(): JsonSchema {
  const names = Object.keys(catalogue);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'raft-trace-1.schema.json',
    title: schemaId,
    description: 'One line of a Raft trace: a JSON object, one event.',
    ...members(envelopeFields, { event: { enum: names } }),
    oneOf: names.map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: {
      role: { enum: roles },
      kind: { enum: messageKinds },
      entry: members(entryFields),
      settings: members(settingsFields),
      ...Object.fromEntries(Object.entries<EventSpec>(catalogue).map(eventSchema)),
    },
  };
}

function eventSchema([name, { doc, fields }]: readonly [string, EventSpec]): [string, JsonSchema] {
  return [name, { description: doc, ...members(fields, { event: { const: name } }) }];
}

/** An object with these members; others may be there too. */
function members(fields: FieldTable, discriminator: JsonSchema = {}): JsonSchema {
  const described = Object.entries(fields).map(([name, spec]) => [name, fieldSchema(spec)]);
  const required = Object.keys(fields).filter((name) => fields[name]?.required === true);
  return {
    type: 'object',
    properties: { ...discriminator, ...Object.fromEntries(described) },
    required: [...Object.keys(discriminator), ...required],
  };
}

function fieldSchema({ type, doc }: FieldSpec): JsonSchema {
  return { description: doc, ...shapes[type] };
}

function pair(item: JsonSchema): JsonSchema {
  return { type: 'array', items: item, minItems: 2, maxItems: 2 };
}
