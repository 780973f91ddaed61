import type { Coverage, Verdict } from '@raftlens/invariants';
import type { RuleCoverage } from '../decide/cover-formats.ts';
import type { Page } from './finding-text.ts';
import { createPaint, type Tone } from './paint.ts';
import { drawTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

const order: readonly (readonly [Verdict, Tone, one: string, more?: string])[] = [
  ['violated', 'bad', 'violated'],
  ['suspicious', 'warning', 'suspicious'],
  ['inconsistent', 'warning', 'inconsistent'],
  ['holds', 'good', 'holds', 'hold'],
  [
    'unknown',
    'quiet',
    'unknown, as the log cannot show it',
    'unknown, as the log cannot show them',
  ],
];

/** Foreign logs leave most rules open: of so many the names are told, the gravest first. */
const unknownNamed = 12;

/** The rules by verdict, a line each; `unknown` is no acquittal. */
export function coverageSummary(coverage: readonly Coverage[], { width, colour }: Page): string {
  const paint = createPaint(colour);
  const lines = order.flatMap(([verdict, tone, one, more = one]) => {
    const rules = coverage.filter((each) => each.verdict === verdict).map(({ rule }) => rule);
    if (rules.length === 0) return [];
    const head = paint(tone, `  ${rules.length} ${rules.length === 1 ? one : more}:`);
    return wrapText(`${head} ${verdict === 'unknown' ? shortened(rules) : rules.join(', ')}`, {
      width,
      rest: '    ',
    });
  });
  const unknown = coverage.some(({ verdict }) => verdict === 'unknown');
  const hint = unknown ? '  (--coverage says what is missing)\n' : '';
  return `Rules\n${lines.join('\n')}\n${hint}`;
}

function shortened(rules: readonly string[]): string {
  const left = rules.length - unknownNamed;
  if (left < 2) return rules.join(', ');
  return `${rules.slice(0, unknownNamed).join(', ')} and ${left} more`;
}

/** A row a rule: its verdict, and what was missing where that is unknown. */
export async function coverageTable(
  coverage: readonly RuleCoverage[],
  page: Page,
): Promise<string> {
  const rows = coverage.map(({ rule, verdict, missing, needs, remedy }) => [
    rule,
    verdict,
    missing === undefined
      ? ''
      : [`${missing} (needs ${needs.join(', ')})`, remedy ?? []].flat().join('; '),
  ]);
  const head = ['rule', 'verdict', 'missing'];
  return `Rules\n${await drawTable({ head, rows, width: page.width })}`;
}
