import type { Finding, Story } from '@raftlens/invariants';
import { escapeText } from '@raftlens/trace';
import { findingText, type Page } from './finding-text.ts';
import { createPaint } from './paint.ts';
import { wrapText } from './wrap-text.ts';

const othersShown = 5;

/** A story as text: its chief finding in full, and a line for each other that follows from it. */
export function storyText({ chief, others }: Story, page: Page): string {
  const text = findingText(chief, page);
  if (others.length === 0) return text;
  const paint = createPaint(page.colour);
  const lines = others.slice(0, othersShown).flatMap((other) => otherLines(other, page));
  const more = others.length - othersShown;
  if (more > 0) lines.push(`    ... and ${more} more`);
  return `${text}\n  ${paint('strong', 'Broken along with it')}\n${lines.join('\n')}\n`;
}

function otherLines({ rule, message, evidence }: Finding, { width }: Page): readonly string[] {
  const at = evidence.at(-1)?.at;
  const place = at === undefined ? '' : ` (line ${at.line})`;
  const text = `${rule}: ${escapeText(message)}${place}`;
  return wrapText(text, { width, first: '    ', rest: '      ' });
}
