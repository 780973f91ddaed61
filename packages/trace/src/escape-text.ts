/**
 * What must not reach a terminal or a page as it is: C0, DEL and C1 controls (ANSI sequences start
 * with one), marks that reorder text (bidi), the line ends of Unicode, the byte order mark and
 * lone surrogates.
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;

/**
 * Makes text of unknown origin safe to show on one line: unsafe characters become `\u{1b}`.
 *
 * With `maxLength` the result has at most that many UTF-16 units, the last an ellipsis where
 * something was cut; no escape and no surrogate pair is cut in half.
 */
export function escapeText(text: string, maxLength: number = Number.POSITIVE_INFINITY): string {
  if (text.length <= maxLength && !unsafe.test(text)) return text;
  let shown = '';
  let fitting = '';
  for (const character of text) {
    shown += unsafe.test(character) ? escapeCharacter(character) : character;
    if (shown.length > maxLength) return maxLength < 1 ? '' : `${fitting}…`;
    if (shown.length < maxLength) fitting = shown;
  }
  return shown;
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
