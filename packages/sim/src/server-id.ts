/** Written out: engines compare constants by place, and texts that are made letter by letter. */
const ids: readonly string[] = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8', 'n9'];

/** What the server at this place, counted from 0, is called. */
export function serverId(index: number): string {
  return ids[index] ?? `n${index + 1}`;
}
