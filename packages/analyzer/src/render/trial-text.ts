import { rules } from '@raftlens/invariants';
import { escapeText, renderEvent } from '@raftlens/trace';
import { decidability } from '../decide/decidability.ts';
import type { Trial, TriedLine } from '../own-format/try-format.ts';
import type { Page } from './finding-text.ts';
import { createPaint, type Paint } from './paint.ts';
import { drawTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

const unmatchedShown = 20;
const lackingShown = 8;

/** Where the rules of a definition stand. */
export interface TrialPlaces {
  /** Name of the file with the lines. */
  readonly sample: string;
  /** `my.yaml:14`, of a rule by its number from 0. */
  ruleAt(rule: number): string;
}

/** A trial of a definition, line by line; then what matched nothing, and what can be judged. */
export async function trialText(trial: Trial, places: TrialPlaces, page: Page): Promise<string> {
  const paint = createPaint(page.colour);
  const lines = trial.shown.map((line) => lineText(line, places, { page, paint })).join('');
  const more = trial.matched - trial.shown.length;
  const rest = more > 0 ? `... and ${more} more lines that match\n` : '';
  return [
    `${lines}${rest}`,
    unmatchedText(trial, places, { page, paint }),
    await rulesText(trial, places, page),
    decidesText(trial, page),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

interface Look {
  readonly page: Page;
  readonly paint: Paint;
}

function lineText(
  { line, text, rule, events, why }: TriedLine,
  { sample, ruleAt }: TrialPlaces,
  { page, paint }: Look,
): string {
  const head = `${escapeText(sample)}:${line}: ${paint('quiet', escapeText(text, page.width))}\n`;
  const told = events.map((event) => `  ${paint('good', '→')} ${renderEvent(event)}\n`);
  const reason = why === undefined ? [] : [`  ${paint('warning', escapeText(why))}\n`];
  const none = events.length === 0 && why === undefined ? ['  no event\n'] : [];
  return [head, ...told, ...reason, ...none, `  ${paint('quiet', `by ${ruleAt(rule)}`)}\n`].join(
    '',
  );
}

function unmatchedText(
  { unmatched, unmatchedLines }: Trial,
  { sample }: TrialPlaces,
  { page, paint }: Look,
): string {
  if (unmatchedLines === 0) return 'Every line matches a rule.\n';
  const text = [
    unmatchedLines === 1 ? '1 line matches no rule:\n' : `${unmatchedLines} lines match no rule:\n`,
  ];
  for (const { shape, lines, examples } of unmatched.slice(0, unmatchedShown)) {
    const words = shape === '' ? 'other lines' : escapeText(shape, page.width - 10);
    text.push(`  ${lines} × ${words}\n`);
    const [first] = examples;
    if (first === undefined) continue;
    const place = `    ${escapeText(sample)}:${first.line}: `;
    text.push(`${place}${paint('quiet', escapeText(first.text, page.width))}\n`);
  }
  const more = unmatched.length - unmatchedShown;
  if (more > 0) text.push(`  ... and ${more} more kinds of line\n`);
  return text.join('');
}

async function rulesText(trial: Trial, { ruleAt }: TrialPlaces, { width }: Page): Promise<string> {
  const rows = trial.byRule.map((lines, rule) => [ruleAt(rule), String(lines)]);
  return drawTable({ head: ['rule of the definition', 'lines'], rows, width });
}

/** By what the definition can give; whether the sample has it all is another matter. */
function decidesText({ format }: Trial, { width }: Page): string {
  const can: string[] = [];
  const lacking = new Map<string, string[]>();
  for (const rule of rules) {
    const decided = decidability(format, rule, undefined);
    if (decided.kind !== 'never') can.push(decided.kind === 'now' ? rule.code : `${rule.code}*`);
    else lacking.set(decided.lacking, [...(lacking.get(decided.lacking) ?? []), rule.code]);
  }
  const lines = wrapText(`Can be judged: ${can.length === 0 ? 'no rule yet' : can.join(' ')}`, {
    width,
    rest: '  ',
  });
  const helpful = [...lacking].sort(([, a], [, b]) => b.length - a.length);
  const missing = helpful
    .slice(0, lackingShown)
    .flatMap(([what, codes]) =>
      wrapText(`  ${what} would help to judge ${codes.join(' ')}`, { width, rest: '    ' }),
    );
  const more = helpful.length - lackingShown;
  if (more > 0) missing.push(`  ... and ${more} more; docs/trace-format.md has all events`);
  return `${[...lines, ...missing].join('\n')}\n`;
}
