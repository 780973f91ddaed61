import { raftNumber } from './raft-number.ts';

/** An object of somebody else's JSON: each member is read as what it should be, or undefined. */
export interface JsonFields {
  text(key: string): string | undefined;
  /** A term or index, as a number or as digits in a text. */
  integer(key: string): number | undefined;
  number(key: string): number | undefined;
  flag(key: string): boolean | undefined;
  object(key: string): JsonFields | undefined;
  list(key: string): readonly unknown[] | undefined;
  keys(): readonly string[];
}

/** The object that `text` is, as JSON; undefined where it is none. */
export function parseFields(text: string): JsonFields | undefined {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The members of `value`; undefined where it is no object. */
export function fieldsOf(value: unknown): JsonFields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const members = value as Readonly<Record<string, unknown>>;
  const member = (key: string): unknown => (Object.hasOwn(members, key) ? members[key] : undefined);
  return {
    text: (key) => ifOf('string', member(key)),
    integer: (key) => integerOf(member(key)),
    number: (key) => ifOf('number', member(key)),
    flag: (key) => ifOf('boolean', member(key)),
    object: (key) => fieldsOf(member(key)),
    list(key) {
      const list = member(key);
      return Array.isArray(list) ? list : undefined;
    },
    keys: () => Object.keys(members),
  };
}

interface Primitives {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

function ifOf<Type extends keyof Primitives>(
  type: Type,
  value: unknown,
): Primitives[Type] | undefined {
  return typeof value === type ? (value as Primitives[Type]) : undefined;
}

function integerOf(value: unknown): number | undefined {
  if (typeof value === 'number') return raftNumber(String(value));
  return typeof value === 'string' && /^\d{1,20}$/.test(value) ? raftNumber(value) : undefined;
}
