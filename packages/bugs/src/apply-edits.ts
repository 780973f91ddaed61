import type { Edit } from './bug.ts';

/**
 * Makes the edits that concern `file` in its `text`.
 *
 * Throws when what an edit looks for does not stand there exactly once: the core has moved on, and
 * the patch has to follow it.
 */
export function applyEdits(file: string, text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const edit of edits) {
    if (edit.file !== file) continue;
    const places = result.split(edit.find).length - 1;
    if (places !== 1) {
      throw new Error(`${file} has ${places} places, not one, with the text:\n${edit.find}`);
    }
    result = result.replace(edit.find, () => edit.replace);
  }
  return result;
}
