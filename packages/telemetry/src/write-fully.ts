/** Writes some of `bytes` from `offset` on, and says how many; `writeSync` bound to a file. */
export type PartialWrite = (bytes: Uint8Array, offset: number) => number;

/** Writes every byte, text as UTF-8: a pipe or a full disk may take fewer than it is given. */
export function writeFully(write: PartialWrite, lines: string | Uint8Array): void {
  const bytes = typeof lines === 'string' ? new TextEncoder().encode(lines) : lines;
  let offset = 0;
  while (offset < bytes.length) offset += write(bytes, offset);
}
