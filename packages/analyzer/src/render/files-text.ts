import { formats } from '@raftlens/formats';
import { escapeText } from '@raftlens/trace';
import type { FileReport } from '../input/file-report.ts';
import type { Page } from './finding-text.ts';
import { createPaint } from './paint.ts';

/**
 * A line a file: its format and where its lines went, or why it has none; then, with `broken`, what
 * is damaged.
 */
export function filesText(
  files: readonly FileReport[],
  page: Page,
  broken: boolean = true,
): string {
  return files.map((file) => fileText(file, page, broken)).join('');
}

function fileText(report: FileReport, { colour }: Page, broken: boolean): string {
  const paint = createPaint(colour);
  const name = report.file === '-' ? 'standard input' : escapeText(report.file);
  const { problem, firstBroken, counts } = report;
  const head = paint('strong', name);
  if (report.format === 'unknown') {
    return `${head}: ${paint('bad', escapeText(problem?.message ?? unknownWords(report)))}\n`;
  }
  const { notRaft } = report;
  if (notRaft !== undefined) return `${head}: ${report.format}: ${paint('warning', notRaft)}\n`;
  const text = [`${head}: ${countWords(report)}`];
  if (problem !== undefined) text.push(`  ${paint('bad', escapeText(problem.message))}`);
  if (!broken) return `${text.join('\n')}\n`;
  for (const { line, why, text: start } of firstBroken) {
    text.push(`  ${name}:${line}: ${escapeText(why)}: ${paint('quiet', escapeText(start, 60))}`);
  }
  const more = counts.broken - firstBroken.length;
  if (more > 0) text.push(`  ... and ${count(more, 'more broken line')}`);
  return `${text.join('\n')}\n`;
}

function countWords({ format, counts }: FileReport): string {
  const { lines, events, ignored, broken } = counts;
  const where = `${events} with events, ${ignored} ignored, ${broken} broken`;
  return `${format}, ${count(lines, 'line')}: ${where}`;
}

/** Why a file gives no event at all, in words. */
export function unknownWords({ bytes, counts, withNul, firstBroken }: FileReport): string {
  if (bytes === 0) return 'there is nothing in it';
  if (withNul > 0) return 'this is binary, not a log: it holds NUL bytes';
  const [first] = firstBroken;
  if (counts.broken === counts.lines && first !== undefined) {
    return `no line of it can be read: line ${first.line} is ${first.why}`;
  }
  const known = formats.map(({ id }) => id).join(', ');
  const own = 'for any other, --format my.yaml says what its lines mean (docs/your-own-format.md)';
  return `this is in no known format; known are ${known}; ${own}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
