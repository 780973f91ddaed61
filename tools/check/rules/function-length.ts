import type { Finding } from '../finding.ts';
import { maskCode } from '../mask-code.ts';
import { isCode, lineAt, type SourceFile } from '../source-file.ts';

const maxLines = 70;

/**
 * A function fits on a screen. The formatter puts the brace that opens a block at the end of a
 * line, so that the line tells what the block is; no parser is needed. A test suite's `describe` is
 * a list, and may be long.
 */
export function functionLength({ path, text }: SourceFile): readonly Finding[] {
  if (!isCode(path)) return [];
  const code = maskCode(text);
  return blocksOf(code).flatMap(({ open, close }) => {
    const start = headStart(code, open);
    const line = lineAt(code, start);
    const lines = lineAt(code, close) - line + 1;
    if (lines <= maxLines || !isFunctionHead(code.slice(start, open + 1))) return [];
    return [
      {
        path,
        line,
        what: `a function of ${lines} lines, of ${maxLines} at most`,
        fix: 'give its parts names of their own',
      },
    ];
  });
}

interface Block {
  readonly open: number;
  readonly close: number;
}

function blocksOf(code: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: number[] = [];
  for (const { 0: brace, index } of code.matchAll(/[{}]/g)) {
    if (brace === '{') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start !== undefined) blocks.push({ open: start, close: index });
  }
  return blocks.sort((a, b) => a.open - b.open);
}

/** Where the statement with this block begins: its line, or that of its parameters' parenthesis. */
function headStart(code: string, open: number): number {
  const lineStart = code.lastIndexOf('\n', open) + 1;
  const closing = /^\s*\)/.exec(code.slice(lineStart, open));
  if (closing === null) return lineStart;
  let depth = 0;
  for (let i = lineStart + closing[0].length - 1; i >= 0; i -= 1) {
    if (code.charAt(i) === ')') depth += 1;
    if (code.charAt(i) === '(') depth -= 1;
    if (depth === 0) return code.lastIndexOf('\n', i) + 1;
  }
  return lineStart;
}

/** From the first word of the line to the brace: a function, a method or an arrow. */
function isFunctionHead(head: string): boolean {
  const text = head.trim();
  if (/^\}?\s*(?:if|else|for|while|switch|try|catch|finally|do)\b/.test(text)) return false;
  if (/^describe(?:\.\w+)*\(/.test(text)) return false;
  return /=>\s*\{$/.test(text) || /\)(?:\s*:[^=;]*)?\s*\{$/.test(text);
}
