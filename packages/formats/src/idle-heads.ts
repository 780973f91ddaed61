/**
 * The beginnings of lines that tell nothing, whatever follows: a server that cannot reach a peer
 * says so a thousand times. They are known again by their bytes, without being made into text.
 *
 * A beginning is the level in brackets, who speaks, and the words up to the first key:
 * `[ERROR] raft: failed to heartbeat to`.
 */
export interface IdleHeads {
  /** A line told nothing, for `why`, and no line of the same level and module with `words` will. */
  learn(text: string, entry: IdleEntry, why: string): void;
  /** Why the line from `start` to its end at `end` tells nothing; undefined where it may. */
  match(bytes: Uint8Array, start: number, end: number): string | undefined;
}

/** What a line is known again by. */
export interface IdleEntry {
  readonly level: string;
  readonly module: string;
  /** The words up to the first key. */
  readonly message: string;
}

interface Head {
  readonly bytes: Uint8Array;
  /** Undefined where its lines may tell something, as far as is known. */
  readonly why: string | undefined;
  readonly next: Head | undefined;
}

const mostHeads = 500;
const slots = 1024;
const guesses = 256;
const mostOthers = 2000;
const longestHead = 250;
const longestKey = 41;

/** Where the level may stand: `2024-11-28T12:37:33.248Z [`, with more digits or fewer. */
const nearestLevel = 20;
const farthestLevel = 36;

const space = 0x20;
const dash = 0x2d;
const slash = 0x2f;
const colon = 0x3a;
const equals = 0x3d;
const capitalT = 0x54;
const bracket = 0x5b;

/** Begins with none. */
export function createIdleHeads(): IdleHeads {
  const heads: (Head | undefined)[] = new Array(slots).fill(undefined);
  /** For each few letters the head that was found last. */
  const guessed: (Head | undefined)[] = new Array(guesses).fill(undefined);
  let count = 0;
  /** So many heads of lines that may tell something were made, to know those too at first sight. */
  let others = 0;
  /** What was tried: behind a carrier, and in what is not ASCII, such lines come here each time. */
  const tried = new Set<string>();

  const find = (bytes: Uint8Array, start: number, end: number): Head | undefined => {
    let head = heads[slotOf(bytes, start, end)];
    while (head !== undefined && !isSame(head.bytes, bytes, start, end)) head = head.next;
    return head;
  };

  const otherHead = (bytes: Uint8Array, start: number, end: number): Head | undefined => {
    if (others === mostOthers) return undefined;
    others += 1;
    return { bytes: bytes.slice(start, end), why: undefined, next: undefined };
  };

  return {
    learn(text, { level: name, module, message }, why) {
      const key = `${name} ${module}: ${message}`;
      if (tried.size === mostHeads || key.length > longestHead || tried.has(key)) return;
      tried.add(key);
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      const level = findLevel(bytes, 0, bytes.length);
      const end = level < 0 ? -1 : endOfHead(bytes, level, bytes.length);
      if (end < 0 || !text.slice(level, end).endsWith(`: ${message}`)) return;
      if (find(bytes, level, end) !== undefined) return;
      const slot = slotOf(bytes, level, end);
      heads[slot] = { bytes: bytes.slice(level, end), why, next: heads[slot] };
      count += 1;
      guessed.fill(undefined);
    },
    match(bytes, start, end) {
      if (count === 0) return undefined;
      const level = findLevel(bytes, start, end);
      if (level < 0) return undefined;
      const letters = guessOf(bytes, level);
      const guess = guessed[letters];
      if (guess !== undefined && begins(guess.bytes, bytes, level, end)) return guess.why;
      const endOfWords = endOfHead(bytes, level, end);
      if (endOfWords < 0) return undefined;
      const head = find(bytes, level, endOfWords) ?? otherHead(bytes, level, endOfWords);
      if (head !== undefined && head.bytes.length < longestHead) guessed[letters] = head;
      return head?.why;
    },
  };
}

/** Where the level stands; below 0 where the line does not begin with a date and a time. */
function findLevel(bytes: Uint8Array, start: number, end: number): number {
  const mark = bytes[start + 4];
  if ((mark !== dash && mark !== slash) || bytes[start + 7] !== mark) return -1;
  const between = bytes[start + 10];
  if ((between !== capitalT && between !== space) || bytes[start + 13] !== colon) return -1;
  const last = Math.min(end, start + farthestLevel);
  for (let at = start + nearestLevel; at < last; at += 1) {
    if (bytes[at] === bracket) return bytes[at - 1] === space ? at : -1;
  }
  return -1;
}

/** Where keys begin behind the module and the words, or the line ends; below 0 where neither. */
function endOfHead(bytes: Uint8Array, start: number, end: number): number {
  const last = Math.min(end, start + longestHead);
  let colons = 0;
  for (let at = start; at < last; at += 1) {
    if (bytes[at] !== colon || bytes[at + 1] !== space) continue;
    colons += 1;
    if (colons === 2) return beginsKey(bytes, at + 2, end) ? at : -1;
  }
  return colons === 1 && last === end ? end : -1;
}

/** A letter, then what keys are made of, then `=`. */
function beginsKey(bytes: Uint8Array, start: number, end: number): boolean {
  const last = Math.min(end, start + longestKey);
  let at = start;
  while (at < last && isOfKey(bytes[at] ?? 0)) at += 1;
  return at > start && isLetter(bytes[start] ?? 0) && bytes[at] === equals && at < end;
}

function isLetter(byte: number): boolean {
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function isOfKey(byte: number): boolean {
  return isLetter(byte) || (byte >= 0x2d && byte <= 0x39 && byte !== slash) || byte === 0x5f;
}

/** Some letters that tell most heads apart; of a short line those of the next one, by chance. */
function guessOf(bytes: Uint8Array, start: number): number {
  const letters = ((bytes[start + 1] ?? 0) << 1) ^ (bytes[start + 16] ?? 0);
  const more = ((bytes[start + 25] ?? 0) << 3) ^ ((bytes[start + 38] ?? 0) << 2);
  return (letters ^ more) & (guesses - 1);
}

/**
 * Whether the line begins with these words, and its keys or its end follow: what {@link endOfHead}
 * would find letter by letter, as the words of a head hold but the colon behind the module.
 */
function begins(head: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  const after = start + head.length;
  if (after > end) return false;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== bytes[start + at]) return false;
  }
  if (after === end) return true;
  return bytes[after] === colon && bytes[after + 1] === space && beginsKey(bytes, after + 2, end);
}

/** Lines of a log have their differences near the end of the words. */
function slotOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = Math.max(start, end - 24); at < end; at += 1) {
    hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  }
  return hash & (slots - 1);
}

function isSame(head: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (head.length !== end - start) return false;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== bytes[start + at]) return false;
  }
  return true;
}
