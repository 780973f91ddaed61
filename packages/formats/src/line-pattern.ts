/**
 * Makes a pattern for the beginning of a line, in which names in angle brackets stand for groups:
 * `became <role> at term <n>$` with `{ role: 'follower|leader', n: '\\d{1,20}' }`. The pieces are
 * joined, so that a long pattern can be written on several lines.
 *
 * Every repetition in a pattern has an upper bound, and no two that can match the same text stand
 * side by side: so no line can make it try again and again.
 */
export function linePattern(
  parts: Readonly<Record<string, string>>,
  ...pieces: readonly string[]
): RegExp {
  const source = pieces.join('').replaceAll(/<(\w{1,20})>/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`a pattern names <${name}>, which is not defined`);
    return `(${part})`;
  });
  return new RegExp(`^${source}`);
}
