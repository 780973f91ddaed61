import { formats } from '@raftlens/formats';
import { escapeText } from '@raftlens/trace';
import type { FileReport } from '../input/file-report.ts';
import type { Page } from './finding-text.ts';
import { createPaint } from './paint.ts';

/** A line a file: what it is, and where its lines went; then what was wrong with it. */
export function filesText(files: readonly FileReport[], page: Page): string {
  return files.map((file) => fileText(file, page)).join('');
}

function fileText(report: FileReport, { colour }: Page): string {
  const paint = createPaint(colour);
  const name = report.file === '-' ? 'standard input' : escapeText(report.file);
  const { lines, events, ignored, broken } = report.counts;
  const title = formats.find(({ id }) => id === report.format)?.title;
  const what = title === undefined ? '' : ` ${report.format} (${title}),`;
  const text = [
    `${paint('strong', name)}:${what} ${count(lines, 'line')}: ${count(events, 'event')}, ${ignored} ignored, ${broken} broken`,
  ];
  if (report.problem !== undefined) text.push(paint('bad', `  ${report.problem.message}`));
  else if (report.format === 'unknown') text.push(paint('bad', `  ${unknownWords(report)}`));
  for (const { line, why, text: start } of report.format === 'unknown' ? [] : report.firstBroken) {
    text.push(`  ${name}:${line}: ${escapeText(why)}: ${paint('quiet', escapeText(start, 60))}`);
  }
  const more = report.counts.broken - report.firstBroken.length;
  if (report.format !== 'unknown' && more > 0) text.push(`  ... and ${more} more broken lines`);
  return `${text.join('\n')}\n`;
}

function unknownWords({ bytes, counts, withNul, firstBroken }: FileReport): string {
  if (bytes === 0) return 'is empty: there is nothing to analyse';
  if (withNul > 0) return 'is binary, not a log: it holds NUL bytes';
  const [first] = firstBroken;
  if (counts.broken === counts.lines && first !== undefined) {
    return `holds no line that can be read: line ${first.line} is ${first.why}`;
  }
  return `is in no format that is known here; known are ${formats.map(({ id }) => id).join(', ')}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
