/** Writes some of `bytes` from `offset` on, and says how many; `writeSync` bound to a file. */
export type PartialWrite = (bytes: Uint8Array, offset: number) => number;

/** Writes every byte of `text` as UTF-8: a pipe or a full disk may take fewer than it is given. */
export function writeFully(write: PartialWrite, text: string): void {
  const bytes = new TextEncoder().encode(text);
  let offset = 0;
  while (offset < bytes.length) offset += write(bytes, offset);
}
