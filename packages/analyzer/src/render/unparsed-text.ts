import { escapeText } from '@raftlens/trace';
import type { FileReport } from '../input/file-report.ts';
import type { UnparsedKind } from '../input/unparsed-tally.ts';
import { filesText } from './files-text.ts';
import type { Page } from './finding-text.ts';
import { createPaint } from './paint.ts';

const shapesShown = 40;
const indent = '        ';

/**
 * What gave no event, by file, reason and shape, each with its first lines: first what is damaged
 * or in words that the format does not know, then what it knows to be of no interest.
 */
export function unparsedText(files: readonly FileReport[], page: Page): string {
  return files.map((file) => fileText(file, page)).join('\n');
}

function fileText(report: FileReport, page: Page): string {
  const name = report.file === '-' ? 'standard input' : escapeText(report.file);
  const parts = [filesText([report], page, false)];
  const unparsed = report.unparsed ?? [];
  const byReason = Map.groupBy(unparsed, ({ why }) => why);
  for (const [why, lines] of inOrder(report.reasons, unparsed)) {
    parts.push(reasonText(why, lines, byReason.get(why) ?? [], { name, page }));
  }
  return parts.join('');
}

/** What a reader of this wants to see first comes first. */
function inOrder(
  reasons: ReadonlyMap<string, number>,
  unparsed: readonly UnparsedKind[],
): readonly (readonly [string, number])[] {
  const broken = new Set(unparsed.filter((kind) => kind.broken).map(({ why }) => why));
  const rank = (why: string): number => (broken.has(why) ? 0 : why.includes('unknown') ? 1 : 2);
  return [...reasons].sort(([a, many], [b, more]) => rank(a) - rank(b) || more - many);
}

interface Place {
  readonly name: string;
  readonly page: Page;
}

function reasonText(
  why: string,
  lines: number,
  kinds: readonly UnparsedKind[],
  { name, page }: Place,
): string {
  const paint = createPaint(page.colour);
  const text = [`  ${lines} ${paint('strong', escapeText(why))}\n`];
  for (const { shape, lines: many, examples } of kinds.slice(0, shapesShown)) {
    const words = shape === '' ? 'other lines' : escapeText(shape.replaceAll('\t', ' '));
    text.push(`    ${many} × ${words.slice(0, page.width - 10)}\n`);
    for (const { line, text: example } of examples) {
      const place = `      ${name}:${line}:`;
      const plain = example.replaceAll('\t', ' ');
      const whole = escapeText(plain);
      // Behind a long path there is no room for what a long line says.
      const isBeside = place.length + 1 + whole.length <= page.width;
      const shown = isBeside ? whole : escapeText(plain, page.width - indent.length);
      text.push(`${place}${isBeside ? ' ' : `\n${indent}`}${paint('quiet', shown)}\n`);
    }
  }
  const more = kinds.length - shapesShown;
  if (more > 0) text.push(`    ... and ${more} more kinds; --json has them\n`);
  return text.join('');
}
