import type { Finding } from '../finding.ts';
import { maskCode } from '../mask-code.ts';
import { isCode, type SourceFile } from '../source-file.ts';

const maxColumns = 100;

/** Two files fit side by side. A test may quote a longer line of a log or of our output. */
export function lineLength({ path, text }: SourceFile): readonly Finding[] {
  if (!isCode(path)) return [];
  const mayQuote = /(?:^|\/)test\/|\.test\.ts$/.test(path);
  const masked = maskCode(text).split('\n');
  return text.split('\n').flatMap((line, index) => {
    const columns = [...line].length;
    if (columns <= maxColumns || (mayQuote && isQuote(line, masked[index] ?? ''))) return [];
    const what = `${columns} columns, of ${maxColumns} at most`;
    return [{ path, line: index + 1, what, fix: 'break the line' }];
  });
}

/** Whether nothing but a string stands in the part that is too much. */
function isQuote(line: string, masked: string): boolean {
  return !/^\s*(?:\/\/|\/?\*)/.test(line) && /^[\s'"`,;)\]}]*$/.test(masked.slice(maxColumns));
}
