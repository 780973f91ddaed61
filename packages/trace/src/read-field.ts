import { fieldShapes } from './field-shapes.ts';
import type {
  ClusterSettings,
  EntryId,
  FieldSpec,
  FieldType,
  FieldTypes,
  Link,
} from './field-types.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { messageKinds } from './message-kind.ts';
import { entryFields, settingsFields } from './nested-fields.ts';
import { roles } from './role.ts';

/** Counts the keys of one line: all of them, and those that the format knows. */
export interface KeyTally {
  all: number;
  known: number;
}

/** Gives the value when it has the shape, else undefined. */
type FieldReader<Value> = (value: unknown, keys: KeyTally) => Value | undefined;

/** One member of an object, and how to read it. */
export interface MemberReader {
  readonly name: string;
  readonly required: boolean;
  readonly shape: string;
  readonly read: FieldReader<unknown>;
}

const fieldReaders: { readonly [Type in FieldType]: FieldReader<FieldTypes[Type]> } = {
  text: readText,
  integer: readInteger,
  number: readNumber,
  flag: (value) => (typeof value === 'boolean' ? value : undefined),
  texts: (value) => readList(value, readText),
  range: (value) => readPair(value, readNumber),
  role: (value) => roles.find((role) => role === value),
  kind: (value) => messageKinds.find((kind) => kind === value),
  entries: (value, keys) => readList(value, (entry) => readEntry(entry, keys)),
  settings: readSettings,
  links: (value) => readList(value, (link): Link | undefined => readPair(link, readText)),
};

const entryMembers = memberReaders(entryFields);
const settingsMembers = memberReaders(settingsFields);

/** Prepares the members of a kind of object for {@link readMembers}. */
export function memberReaders(specs: Readonly<Record<string, FieldSpec>>): readonly MemberReader[] {
  return Object.entries(specs).map(([name, { type, required }]) => ({
    name,
    required: required === true,
    shape: fieldShapes[type],
    read: fieldReaders[type],
  }));
}

/**
 * Copies the known members of `source` into `target`, checked; null counts as absent.
 *
 * Gives undefined when all is well, else what is wrong with the first member that is broken.
 */
export function readMembers(
  source: JsonObject,
  members: readonly MemberReader[],
  target: Record<string, unknown>,
  keys: KeyTally,
): string | undefined {
  for (const { name, required, shape, read } of members) {
    const value = source[name];
    if (value !== undefined) keys.known += 1;
    if (value === undefined || value === null) {
      if (required) return `${name} is missing`;
      continue;
    }
    const field = read(value, keys);
    if (field === undefined) return `${name} is not ${shape}`;
    target[name] = field;
  }
  return undefined;
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readInteger(value: unknown): number | undefined {
  const integer = readNumber(value);
  return Number.isSafeInteger(integer) && Number(integer) >= 0 ? integer : undefined;
}

/** JSON has numbers that overflow (1e999), and a −0 that no encoder would give back. */
function readNumber(value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return value === 0 ? 0 : value;
}

function readList<Item>(
  value: unknown,
  read: (item: unknown) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: Item[] = [];
  for (const element of value) {
    const item = read(element);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function readPair<Item>(
  value: unknown,
  read: (item: unknown) => Item | undefined,
): readonly [Item, Item] | undefined {
  const [first, second, ...rest] = readList(value, read) ?? [];
  return first === undefined || second === undefined || rest.length > 0
    ? undefined
    : [first, second];
}

function readEntry(value: unknown, keys: KeyTally): EntryId | undefined {
  return readObject(value, entryMembers, keys) as EntryId | undefined;
}

function readSettings(value: unknown, keys: KeyTally): ClusterSettings | undefined {
  return readObject(value, settingsMembers, keys);
}

function readObject(
  value: unknown,
  members: readonly MemberReader[],
  keys: KeyTally,
): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined;
  keys.all += Object.keys(value).length;
  const target: Record<string, unknown> = {};
  return readMembers(value, members, target, keys) === undefined ? target : undefined;
}
