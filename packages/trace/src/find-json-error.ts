/** Where a text stops being JSON, and why. */
export interface JsonError {
  /** One of a fixed set of phrases. */
  readonly why: string;
  /** 1-based, in UTF-16 units; one past the end where the text is cut short. */
  readonly column: number;
}

/** What may come next: `first` right after a bracket or brace, where it may close at once. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'separator';

/** A token ends at `end`, or there is an error. */
type Scanned = { readonly end: number } | { readonly why: string; readonly at: number };

const cutShort = 'it ends too early';
const spaces = /[ \t\n\r]*/y;
const scalar = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/y;

/**
 * Finds the first place from `start` on where a text is not JSON (RFC 8259); undefined for JSON.
 *
 * What JSON.parse says about it differs between engines and versions, so it is not fit for output
 * that has to be the same everywhere. Depth of nesting costs no stack.
 */
export function findJsonError(text: string, start = 0): JsonError | undefined {
  const closers: ('}' | ']')[] = [];
  let expected: Expected = 'value';
  let at = skip(text, start, spaces);
  while (expected !== 'separator' || closers.length > 0) {
    const closer = closers.at(-1);
    const character = text.charAt(at);
    if (character === '') return { why: cutShort, column: at + 1 };
    if (mayClose(expected) && character === closer) {
      closers.pop();
      expected = 'separator';
      at += 1;
    } else if (isValue(expected) && (character === '{' || character === '[')) {
      closers.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'first key' : 'first value';
      at += 1;
    } else {
      const token = scan(text, at, expected);
      if ('why' in token) return { why: token.why, column: token.at + 1 };
      at = token.end;
      expected = after(expected, closer);
    }
    at = skip(text, at, spaces);
  }
  return at < text.length ? { why: 'something follows its end', column: at + 1 } : undefined;
}

function mayClose(expected: Expected): boolean {
  return expected === 'separator' || expected === 'first value' || expected === 'first key';
}

function isValue(expected: Expected): boolean {
  return expected === 'value' || expected === 'first value';
}

/** What follows a token: only a comma depends on what it stands in. */
function after(expected: Expected, closer: '}' | ']' | undefined): Expected {
  if (expected === 'key' || expected === 'first key') return 'colon';
  if (expected === 'colon') return 'value';
  if (expected !== 'separator') return 'separator';
  return closer === '}' ? 'key' : 'value';
}

function scan(text: string, at: number, expected: Expected): Scanned {
  switch (expected) {
    case 'separator':
      return text[at] === ',' ? { end: at + 1 } : { why: 'no comma where one is due', at };
    case 'colon':
      return text[at] === ':' ? { end: at + 1 } : { why: 'no colon after a key', at };
    case 'key':
    case 'first key':
      return text[at] === '"' ? scanString(text, at) : { why: 'no key where one is due', at };
    case 'value':
    case 'first value':
      return text[at] === '"' ? scanString(text, at) : scanScalar(text, at);
  }
}

function scanScalar(text: string, at: number): Scanned {
  const end = skip(text, at, scalar);
  if (end > at) return { end };
  return isCutScalar(text.slice(at, at + 8))
    ? { why: cutShort, at: text.length }
    : { why: 'no value where one is due', at };
}

/** Whether a line was cut inside a literal or right after a minus sign. */
function isCutScalar(rest: string): boolean {
  return ['true', 'false', 'null', '-0'].some((literal) => literal.startsWith(rest));
}

function scanString(text: string, start: number): Scanned {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return { end: at + 1 };
    if (character < ' ') return { why: 'a control character in a string', at };
    if (character === '\\') {
      const length = escapeLength(text, at);
      if (at + length > text.length) break;
      if (!/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})$/.test(text.slice(at, at + length))) {
        return { why: 'a bad escape in a string', at };
      }
      at += length - 1;
    }
  }
  return { why: cutShort, at: text.length };
}

function escapeLength(text: string, at: number): number {
  return text[at + 1] === 'u' ? 6 : 2;
}

/** The end of what the sticky pattern matches at `from`; `from` itself when it does not. */
function skip(text: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
