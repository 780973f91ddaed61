const of = String.fromCharCode;

/**
 * The text of a few plain letters; undefined where there are more, or less, than this is for. The
 * ids of messages are new each time, and to call for a string out of the program takes three times
 * as long.
 */
export function shortText(bytes: Uint8Array, at: number, length: number): string | undefined {
  const a = bytes[at] ?? 0;
  const b = bytes[at + 1] ?? 0;
  const c = bytes[at + 2] ?? 0;
  const d = bytes[at + 3] ?? 0;
  const e = bytes[at + 4] ?? 0;
  const f = bytes[at + 5] ?? 0;
  const g = bytes[at + 6] ?? 0;
  const h = bytes[at + 7] ?? 0;
  const i = bytes[at + 8] ?? 0;
  const j = bytes[at + 9] ?? 0;
  switch (length) {
    case 6:
      return of(a, b, c, d, e, f);
    case 7:
      return of(a, b, c, d, e, f, g);
    case 8:
      return of(a, b, c, d, e, f, g, h);
    case 9:
      return of(a, b, c, d, e, f, g, h, i);
    case 10:
      return of(a, b, c, d, e, f, g, h, i, j);
    default:
      return undefined;
  }
}
