import type { catalogue } from './catalogue.ts';
import type { Envelope } from './envelope.ts';
import type { EventSpec, FieldSpec, FieldTypes } from './field-types.ts';

type Catalogue = Specified<typeof catalogue>;

/** Fails to compile when an entry of the catalogue is not a well-formed {@link EventSpec}. */
type Specified<Table extends Readonly<Record<string, EventSpec>>> = Table;

/** The name of an event: a key of the catalogue. */
export type EventName = keyof Catalogue;

type Fields<Specs extends Readonly<Record<string, FieldSpec>>> = {
  readonly [Name in keyof Specs as Specs[Name] extends { readonly required: true }
    ? Name
    : never]: FieldTypes[Specs[Name]['type']];
} & {
  readonly [Name in keyof Specs as Specs[Name] extends { readonly required: true } ? never : Name]?:
    | FieldTypes[Specs[Name]['type']]
    | undefined;
};

/** The event called `Name`, with the fields that the catalogue gives it. */
export type EventOf<Name extends EventName> = Name extends EventName
  ? Envelope & { readonly event: Name } & Fields<Catalogue[Name]['fields']>
  : never;

/** One event of a trace: a closed union over the catalogue, told apart by `event`. */
export type TraceEvent = { [Name in EventName]: EventOf<Name> }[EventName];
