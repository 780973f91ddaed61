const lineFeed = 0x0a;

/** How many lines end between `start` and `end`. */
export function countLines(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === lineFeed) lines += 1;
  return lines;
}
