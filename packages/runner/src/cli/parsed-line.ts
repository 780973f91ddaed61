/** What yargs made of the arguments: names to values, a list where an option stands repeatedly. */
export type ParsedLine = Readonly<Record<string, unknown>>;

/** Reads options out of a {@link ParsedLine}; of a repeated one the last counts. */
export const parsedLine = {
  isSet: (value: unknown): boolean => last(value) === true,
  text(value: unknown): string | undefined {
    const word = last(value);
    return typeof word === 'string' ? word : undefined;
  },
  /** All that were given. */
  texts(value: unknown): readonly string[] {
    const words = Array.isArray(value) ? value : [value];
    return words.filter((word): word is string => typeof word === 'string');
  },
  /** As it was given, for messages. */
  given: (value: unknown): string => JSON.stringify(last(value)),
  wholeNumber(value: unknown, otherwise: number): number | undefined {
    if (value === undefined) return otherwise;
    const digits = parsedLine.text(value) ?? '';
    const number = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
    return Number.isSafeInteger(number) ? number : undefined;
  },
} as const;

function last(value: unknown): unknown {
  return Array.isArray(value) ? value.at(-1) : value;
}
