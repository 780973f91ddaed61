/** Which lines there were, by a hash of each: of the last ones, where there are very many. */
export interface SeenLines {
  add(text: string): void;
  has(text: string): boolean;
}

/** More lines than these are forgotten by halves. */
const mostLines = 100_000;

/** Begins with none. */
export function createSeenLines(): SeenLines {
  let recent = new Set<number>();
  let older = new Set<number>();
  return {
    add(text) {
      if (recent.size >= mostLines) {
        older = recent;
        recent = new Set();
      }
      recent.add(hashOf(text));
    },
    has(text) {
      const hash = hashOf(text);
      return recent.has(hash) || older.has(hash);
    },
  };
}

/** Two hashes of 26 bits in one number. */
function hashOf(text: string): number {
  let one = text.length;
  let other = 5381;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = (one * 31 + code) & 0x3ffffff;
    other = (other * 33 + code) & 0x3ffffff;
  }
  return one * 0x4000000 + other;
}
