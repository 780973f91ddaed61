import type { Finding } from '../finding.ts';
import { isCode, type SourceFile } from '../source-file.ts';

const maxLines = 400;

/** A longer file is about more than one thing. */
export function fileLength({ path, text }: SourceFile): readonly Finding[] {
  if (!isCode(path)) return [];
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines <= maxLines) return [];
  return [{ path, what: `${lines} lines, of ${maxLines} at most`, fix: 'split it by concept' }];
}
