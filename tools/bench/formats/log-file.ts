import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { inputFolder } from '../run-quietly.ts';
import type { LogKind } from './log-kinds.ts';

const begin = Date.UTC(2026, 0, 1);
const pieceLength = 1 << 20;

/** A log of this kind of about so many bytes; made once and kept. */
export function logFile(kind: LogKind, bytes: number): string {
  const path = join(inputFolder, `${kind.name.replaceAll(/\W+/g, '-')}-${bytes}.log`);
  if (existsSync(path)) return path;
  mkdirSync(inputFolder, { recursive: true });
  const draft = `${path}.draft`;
  const file = openSync(draft, 'w');
  let written = 0;
  for (const piece of pieces(kind)) {
    written += writeSync(file, piece);
    if (written >= bytes) break;
  }
  closeSync(file);
  renameSync(draft, path);
  return path;
}

/** Elections without end, each with its share of other lines between. */
function* pieces({ oneIn, raft, other }: LogKind): Generator<string, never, undefined> {
  let piece = '';
  let number = 0;
  for (let term = 1; ; term += 1) {
    const time = begin + term * 1000;
    for (const line of raft(term, time)) {
      for (let rest = 1; rest < oneIn; rest += 1) {
        number += 1;
        piece += `${other(number, time)}\n`;
      }
      piece += `${line}\n`;
    }
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
}
