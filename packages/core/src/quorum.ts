/** How many of `count` voters make a majority (Raft §5.2). */
export function majority(count: number): number {
  return Math.floor(count / 2) + 1;
}
