/** The names of a cluster's servers. */
export function serverIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `n${index + 1}`);
}
