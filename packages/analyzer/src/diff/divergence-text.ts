import { escapeText, type TraceEvent } from '@raftlens/trace';
import { evidencePlace } from '../render/evidence-place.ts';
import { evidenceWords } from '../render/evidence-words.ts';
import type { Page } from '../render/finding-text.ts';
import { createPaint } from '../render/paint.ts';
import type { Comparison } from './first-divergence.ts';

/** A comparison as text: what was alike last, then what each run does. */
export function divergenceText(
  comparison: Comparison,
  passing: string,
  { colour, width }: Page,
): string {
  const paint = createPaint(colour);
  const name = escapeText(passing);
  const line = (event: TraceEvent): string => {
    const words = escapeText(evidenceWords(event), width * 2);
    return `    ${paint('quiet', escapeText(evidencePlace(event) ?? ''))}  ${words}`;
  };
  if (comparison.kind === 'alike') {
    const { alike: count, order } = comparison;
    const same = `No server does anything otherwise than in ${name}: ${count} deeds alike`;
    if (order === undefined) return `${same}.\n`;
    return `${[
      `${same},`,
      'but between the servers they come in another order.',
      '',
      `  ${paint('strong', 'In the failing run this comes first')}`,
      line(order.failing),
      '',
      `  ${paint('strong', 'and in the passing run, before it, this')}`,
      line(order.passing),
    ].join('\n')}\n`;
  }
  const { node, before, alike, ...pair } = comparison.divergence;
  const nothing = `    ${escapeText(node)} does nothing more`;
  return `${[
    `${paint('bad', '✗')} The runs part at ${paint('strong', escapeText(node))}, after ` +
      `${alike} deeds of all servers alike (compared with ${name})`,
    '',
    `  ${paint('strong', 'Alike until')}`,
    ...(before.length === 0 ? ['    its first deed'] : distinct(before.map(line))),
    '',
    `  ${paint('strong', 'Then, in the passing run')}`,
    pair.passing === undefined ? nothing : line(pair.passing),
    '',
    `  ${paint('strong', 'and in the failing run')}`,
    line(pair.failing),
  ].join('\n')}\n`;
}

/** Each line once, though it may tell of several deeds. */
function distinct(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => line !== lines[index - 1]);
}
