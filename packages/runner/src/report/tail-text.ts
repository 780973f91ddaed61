import { createPaint, type Page } from '@raftlens/analyzer/page';
import { escapeText } from '@raftlens/trace/escape-text';
import type { LogTail } from '../command/log-tail.ts';

/** The end of a log as a person reads it: what a failing command said last is often the reason. */
export function tailText({ lines, more }: LogTail, { width, colour }: Page): string {
  if (lines.length === 0) return '  It printed nothing.\n';
  const paint = createPaint(colour);
  const title = more ? `The last ${lines.length} lines of its log` : 'Its log';
  // Tabs are harmless, and frequent in what tests print.
  const shown = lines.map((line) => escapeText(line.replaceAll('\t', '  '), width - 4));
  return `  ${paint('strong', title)}\n${shown.map((line) => `    ${line}\n`).join('')}`;
}
