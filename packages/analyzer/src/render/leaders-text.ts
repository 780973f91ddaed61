import type { LeaderSpan } from '@raftlens/invariants';
import { escapeText } from '@raftlens/trace';
import { timeOfDay } from './clock.ts';
import type { Page } from './finding-text.ts';
import { drawTable } from './table.ts';

const barWidth = 24;

/** How many leaders are shown at most; of more, the first and the last halves. */
const leadersShown = 30;

/** The leaders by term as a table, each with a bar that shows when it led. */
export async function leadersText(leaders: readonly LeaderSpan[], page: Page): Promise<string> {
  if (leaders.length === 0) return 'No server becomes leader in this log.\n';
  const bar = barOver(leaders);
  const hasRuns = leaders.some(({ run }) => run !== undefined);
  const hasGroups = leaders.some(({ group }) => group !== undefined);
  const shown = selected(leaders);
  const head = [
    ...(hasGroups ? ['group'] : []),
    ...(hasRuns ? ['run'] : []),
    'term',
    'leader',
    'from',
    'to',
    'end',
    'when',
  ];
  const rows = shown.map((span) => [
    ...(hasGroups ? [cell(span.group)] : []),
    ...(hasRuns ? [cell(span.run)] : []),
    span.term === undefined ? '?' : String(span.term),
    cell(span.node),
    timeOfDay(span.from),
    span.to === undefined ? '' : timeOfDay(span.to),
    span.to === undefined ? 'never said' : cell(span.end),
    bar(span),
  ]);
  const left = leaders.length - shown.length;
  const note = left > 0 ? `${left} leaders between these are left out; --json has them all.\n` : '';
  return `Leaders by term\n${await drawTable({ head, rows, width: page.width })}${note}`;
}

function selected(leaders: readonly LeaderSpan[]): readonly LeaderSpan[] {
  if (leaders.length <= leadersShown) return leaders;
  return [...leaders.slice(0, leadersShown / 2), ...leaders.slice(-leadersShown / 2)];
}

function cell(text: string | undefined): string {
  return escapeText(text ?? '', 40);
}

/** Draws a span on the time from the first leader to the last; one that never ends runs on, dotted. */
function barOver(leaders: readonly LeaderSpan[]): (span: LeaderSpan) => string {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { from, to } of leaders) {
    first = Math.min(first, from);
    last = Math.max(last, from, to ?? from);
  }
  const scale = last > first ? (barWidth - 1) / (last - first) : 0;
  const column = (time: number): number => Math.round((time - first) * scale);
  return ({ from, to }) => {
    const start = column(from);
    const end = to === undefined ? barWidth - 1 : column(to);
    const fill = to === undefined ? '┄' : '█';
    return `${' '.repeat(start)}█${fill.repeat(end - start)}`;
  };
}
