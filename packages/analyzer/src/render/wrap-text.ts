import { stripVTControlCharacters } from 'node:util';

/** How wrapped text is set. */
export interface WrapOptions {
  /** Columns of the page, indentation included. */
  readonly width: number;
  /** Goes before the first line. */
  readonly first?: string;
  /** Goes before every other line. */
  readonly rest?: string;
}

/**
 * Breaks text at spaces into lines of at most `width` columns, a word longer than a line at the
 * line's end. A column is a code point; colours count as nothing.
 */
export function wrapText(text: string, { width, first = '', rest = '' }: WrapOptions): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ').flatMap((part) => pieces(part, width - columns(rest)))) {
    const joined = empty ? line + word : `${line} ${word}`;
    if (empty || columns(joined) <= width) line = joined;
    else {
      lines.push(line);
      line = rest + word;
    }
    empty = false;
  }
  return [...lines, line];
}

/** How many columns text takes on a terminal, wide letters not regarded. */
export function columns(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}

function pieces(word: string, room: number): readonly string[] {
  if (columns(word) <= room || word.includes('\u001b')) return [word];
  const letters = [...word];
  const size = Math.max(1, room);
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, index) =>
    letters.slice(index * size, (index + 1) * size).join(''),
  );
}
