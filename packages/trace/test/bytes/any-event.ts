import fc from 'fast-check';
import {
  catalogue,
  type EventSpec,
  envelopeFields,
  type FieldSpec,
  type FieldType,
  messageKinds,
  roles,
  type TraceEvent,
} from '../../src/index.ts';

const text = fc.oneof(
  fc.constantFrom('n1', 'n10', '', 'election', 'a"b\\', 'é→𝄞', 'x'.repeat(31), 'y'.repeat(40)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const integer = fc.oneof(fc.nat(20), fc.maxSafeNat());
const number = fc.oneof(
  integer,
  integer.map((micros) => Math.min(micros, 2 ** 43) / 1000),
);

const values: Readonly<Record<FieldType, fc.Arbitrary<unknown>>> = {
  text,
  integer,
  number,
  flag: fc.boolean(),
  texts: fc.array(text, { maxLength: 4 }),
  range: fc.tuple(number, number),
  role: fc.constantFrom(...roles),
  kind: fc.constantFrom(...messageKinds),
  entries: fc.array(fc.record({ term: integer, hash: text }, { requiredKeys: ['term'] }), {
    maxLength: 3,
  }),
  settings: fc.record(
    { electionTimeoutMs: fc.tuple(number, number), preVote: fc.boolean() },
    { requiredKeys: [] },
  ),
  links: fc.array(fc.tuple(text, text), { maxLength: 3 }),
};

/** Any event of the catalogue with any of its fields. */
export const anyEvent: fc.Arbitrary<TraceEvent> = fc
  .constantFrom(...Object.entries<EventSpec>(catalogue))
  .chain(([name, { fields }]) => {
    const specs = Object.entries<FieldSpec>({ ...envelopeFields, ...fields });
    const model = Object.fromEntries(specs.map(([key, { type }]) => [key, values[type]]));
    const requiredKeys = specs.filter(([, { required }]) => required).map(([key]) => key);
    return fc
      .record(model, { requiredKeys, noNullPrototype: true })
      .map((members) => ({ event: name, ...members }) as unknown as TraceEvent);
  });
