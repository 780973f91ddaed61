/** Where two values differ, and what stands there. */
export interface Difference {
  /** Names from the outermost to the innermost, such as `messages.0.term`; empty for the whole. */
  readonly path: string;
  readonly subject: unknown;
  readonly correct: unknown;
}

/**
 * The first place at which two trees of plain values differ, in the order of the correct one's
 * fields. What both share is not looked into.
 */
export function firstDifference(
  subject: unknown,
  correct: unknown,
  path = '',
): Difference | undefined {
  // 0 and -0 are equal, and so are two that are no number.
  if (subject === correct || Object.is(subject, correct)) return undefined;
  if (!isTree(subject) || !isTree(correct) || Array.isArray(subject) !== Array.isArray(correct)) {
    return { path, subject, correct };
  }
  if (Array.isArray(correct) && Array.isArray(subject) && correct.length !== subject.length) {
    return { path: below(path, 'length'), subject: subject.length, correct: correct.length };
  }
  for (const name of Object.keys(correct)) {
    const found = firstDifference(subject[name], correct[name], below(path, name));
    if (found !== undefined) return found;
  }
  for (const name of Object.keys(subject)) {
    if (!Object.hasOwn(correct, name) && subject[name] !== undefined) {
      return { path: below(path, name), subject: subject[name], correct: undefined };
    }
  }
  return undefined;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
