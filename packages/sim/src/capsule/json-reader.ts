/** A value of a JSON text, with its place for error messages; every reading is checked. */
export interface JsonReader {
  /** A member of an object; reading an absent one fails unless it is optional. */
  member(name: string): JsonReader;
  /** Undefined where the member is absent. */
  optional<Value>(name: string, read: (value: JsonReader) => Value): Value | undefined;
  /** The elements of an array of at most `max`. */
  list<Value>(max: number, read: (value: JsonReader) => Value): readonly Value[];
  /** The element of an array of one. */
  only(): JsonReader;
  text(pattern: RegExp, what: string): string;
  /** Whether it is this very text. */
  isText(text: string): boolean;
  number(min: number, max: number): number;
  whole(min: number, max: number): number;
  flag(): boolean;
  oneOf<Choice extends string>(choices: readonly Choice[]): Choice;
  /** Fails with what was expected here. */
  fail(expected: string): never;
}

/** Reads a value that came from anywhere. `place` names it, such as `capsule`. */
export function readJson(value: unknown, place: string): JsonReader {
  const fail = (expected: string): never => {
    throw new RangeError(`${place} has to be ${expected}, not ${shown(value)}`);
  };
  const number = (min: number, max: number): number => {
    if (typeof value !== 'number' || !(value >= min && value <= max)) {
      return fail(`a number from ${min} to ${max}`);
    }
    return value;
  };
  const object = (): object =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : fail('an object');
  const memberOf = (name: string): unknown =>
    Object.getOwnPropertyDescriptor(object(), name)?.value;
  const reader: JsonReader = {
    member: (name) => readJson(memberOf(name), `${place}.${name}`),
    optional: (name, read) =>
      memberOf(name) === undefined ? undefined : read(reader.member(name)),
    list(max, read) {
      if (!Array.isArray(value) || value.length > max) return fail(`a list of at most ${max}`);
      return value.map((each, index) => read(readJson(each, `${place}[${index}]`)));
    },
    only() {
      if (!Array.isArray(value) || value.length !== 1) return fail('a list of one');
      return readJson(value[0], `${place}[0]`);
    },
    isText: (text) => value === text,
    text(pattern, what) {
      if (typeof value !== 'string' || !pattern.test(value)) return fail(what);
      return value;
    },
    number,
    whole: (min, max) => (Number.isSafeInteger(value) ? number(min, max) : fail('a whole number')),
    flag: () => (typeof value === 'boolean' ? value : fail('true or false')),
    oneOf: (choices) =>
      choices.find((choice) => choice === value) ?? fail(`one of ${choices.join(', ')}`),
    fail,
  };
  return reader;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
