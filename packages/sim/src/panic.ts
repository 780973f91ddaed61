/** What `test.observed` names a server that stops with an error of its own. */
export const panicFact = 'panic';

/** In words: an error that a server threw ends its process, and the trial with it. */
export function wordsOfPanic(error: unknown): string {
  return `a server panics: ${error instanceof Error ? `${error.name}: ${error.message}` : error}`;
}
