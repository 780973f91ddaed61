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
  return new Members(value as Readonly<Record<string, unknown>>);
}

/** A class, as one is made for each line: closures for all methods cost as much as to parse it. */
class Members implements JsonFields {
  readonly #members: Readonly<Record<string, unknown>>;

  constructor(members: Readonly<Record<string, unknown>>) {
    this.#members = members;
  }

  text(key: string): string | undefined {
    return ifOf('string', this.#member(key));
  }

  integer(key: string): number | undefined {
    return integerOf(this.#member(key));
  }

  number(key: string): number | undefined {
    return ifOf('number', this.#member(key));
  }

  flag(key: string): boolean | undefined {
    return ifOf('boolean', this.#member(key));
  }

  object(key: string): JsonFields | undefined {
    return fieldsOf(this.#member(key));
  }

  list(key: string): readonly unknown[] | undefined {
    const list = this.#member(key);
    return Array.isArray(list) ? list : undefined;
  }

  keys(): readonly string[] {
    return Object.keys(this.#members);
  }

  #member(key: string): unknown {
    return Object.hasOwn(this.#members, key) ? this.#members[key] : undefined;
  }
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
