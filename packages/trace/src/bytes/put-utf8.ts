import { makeRoom, type PutCursor } from './put-cursor.ts';

/** Puts any text, which has no lone surrogates, as UTF-8. */
export function putUtf8(c: PutCursor, text: string): void {
  makeRoom(c, c.at, text.length * 3);
  const { bytes } = c;
  let p = c.at;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[p] = code;
      p += 1;
    } else {
      p = putBeyondAscii(bytes, p, text.codePointAt(at) ?? 0);
      if (code >= 0xd800 && code < 0xdc00) at += 1;
    }
  }
  c.at = p;
}

function putBeyondAscii(bytes: Uint8Array, p: number, code: number): number {
  if (code < 0x800) {
    bytes[p] = 0xc0 | (code >> 6);
    bytes[p + 1] = trail(code);
    return p + 2;
  }
  if (code < 0x10000) {
    bytes[p] = 0xe0 | (code >> 12);
    bytes[p + 1] = trail(code >> 6);
    bytes[p + 2] = trail(code);
    return p + 3;
  }
  bytes[p] = 0xf0 | (code >> 18);
  bytes[p + 1] = trail(code >> 12);
  bytes[p + 2] = trail(code >> 6);
  bytes[p + 3] = trail(code);
  return p + 4;
}

function trail(code: number): number {
  return 0x80 | (code & 0x3f);
}
