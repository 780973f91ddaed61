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
  if (comparison.kind === 'alike') {
    return `No server does anything otherwise than in ${name}: ${comparison.alike} deeds alike.\n`;
  }
  const { node, before, alike, ...pair } = comparison.divergence;
  const line = (event: TraceEvent): string => {
    const words = escapeText(evidenceWords(event), width * 2);
    return `    ${paint('quiet', escapeText(evidencePlace(event) ?? ''))}  ${words}`;
  };
  const nothing = `    ${escapeText(node)} does nothing more`;
  return `${[
    `${paint('bad', '✗')} The runs part at ${paint('strong', escapeText(node))}, after ` +
      `${alike} deeds of all servers alike (compared with ${name})`,
    '',
    `  ${paint('strong', 'Alike until')}`,
    ...(before.length === 0 ? ['    its first deed'] : before.map(line)),
    '',
    `  ${paint('strong', 'Then, in the passing run')}`,
    pair.passing === undefined ? nothing : line(pair.passing),
    '',
    `  ${paint('strong', 'and in the failing run')}`,
    line(pair.failing),
  ].join('\n')}\n`;
}
