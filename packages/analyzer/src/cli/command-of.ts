import { findQuestion } from '../questions/questions.ts';

/** What is asked for beside an analysis; a question by its name. */
export function commandOf(
  parsed: Readonly<Record<string, unknown>>,
  [first = '', ...files]: readonly string[],
): string | undefined {
  const reference = ['explain', 'list-rules', 'list-formats'].find(
    (name) => parsed[name] !== undefined && parsed[name] !== false,
  );
  if (reference !== undefined) return `--${reference}`;
  if (first === 'formats' && files.length === 0) return first;
  // Alone it is the beginning of a command rather than a file.
  if (first === 'format' && (files.length === 0 || files[0] === 'try')) return 'format try';
  return first === 'diff' ? first : findQuestion(first)?.name;
}
