/** What may stand in a command, and differs from run to run. */
export interface Placeholders {
  readonly i: string;
  readonly seed: string;
  readonly dir: string;
  readonly port: string | undefined;
  readonly item: string | undefined;
  readonly count: string;
}

/** A name in braces; not after a dollar sign, where the shell means a variable of its own. */
const placeholder = /(?<!\$)\{(i|seed|dir|port|item|count)\}/g;

/**
 * The words of a command with what stands for `{i}`, `{seed}` and so on; the unknown stays as is.
 */
export function fillIn(words: readonly string[], values: Placeholders): readonly string[] {
  return words.map((word) =>
    word.replace(placeholder, (all, name: keyof Placeholders) => values[name] ?? all),
  );
}

/** Whether a command asks for this one. */
export function asksFor(words: readonly string[], name: keyof Placeholders): boolean {
  return words.some((word) => [...word.matchAll(placeholder)].some((match) => match[1] === name));
}
