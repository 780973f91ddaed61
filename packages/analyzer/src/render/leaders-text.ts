import type { LeaderSpan } from '@raftlens/invariants';
import { escapeText } from '@raftlens/trace';
import { timeOfDay } from './clock.ts';
import type { Page } from './finding-text.ts';
import { createPaint } from './paint.ts';
import { drawTable, naturalWidth } from './table.ts';

const widestBar = 24;
/** A shorter bar shows nothing. */
const narrowestBar = 8;
/** Space and border around the bar. */
const barFrame = 3;

/** How many leaders are shown at most; of more, the first and the last halves. */
const leadersShown = 30;

/**
 * The leaders by term, a table for each run, each leader with a bar that shows when it led. That
 * nobody led is said only of a log that would show it.
 */
export async function leadersText(
  leaders: readonly LeaderSpan[],
  page: Page,
  wouldShow = true,
): Promise<string> {
  if (leaders.length === 0) {
    return wouldShow
      ? 'No server becomes leader in this log.\n'
      : 'Who leads in which term is not logged here (--coverage says what would tell it).\n';
  }
  const shown = selected(leaders);
  const paint = createPaint(page.colour);
  const tables: string[] = [];
  for (const [run, spans] of Map.groupBy(shown, (span) => span.run)) {
    const where = run === undefined ? '' : `, run ${escapeText(run)}`;
    tables.push(`${paint('strong', 'Leaders by term')}${where}\n${await tableOf(spans, page)}`);
  }
  const left = leaders.length - shown.length;
  const note = left > 0 ? `${left} leaders between these are left out; --json has them all.\n` : '';
  return tables.join('\n') + note;
}

function selected(leaders: readonly LeaderSpan[]): readonly LeaderSpan[] {
  if (leaders.length <= leadersShown) return leaders;
  return [...leaders.slice(0, leadersShown / 2), ...leaders.slice(-leadersShown / 2)];
}

async function tableOf(spans: readonly LeaderSpan[], { width }: Page): Promise<string> {
  const hasGroups = spans.some(({ group }) => group !== undefined);
  const head = [...(hasGroups ? ['group'] : []), 'term', 'leader', 'from', 'to', 'end'];
  const rows = spans.map((span) => [
    ...(hasGroups ? [cell(span.group)] : []),
    span.term === undefined ? '?' : String(span.term),
    cell(span.node),
    timeOfDay(span.from),
    span.to === undefined ? '' : timeOfDay(span.to),
    span.to === undefined ? 'not logged' : cell(span.end),
  ]);
  const room = Math.min(widestBar, width - naturalWidth({ head, rows }) - barFrame);
  if (room < narrowestBar) return drawTable({ head, rows, width });
  const bars = barsOf(spans, room);
  return drawTable({
    head: [...head, 'when'],
    rows: rows.map((row, index) => [...row, bars[index] ?? '']),
    width,
  });
}

function cell(text: string | undefined): string {
  return escapeText(text ?? '', 40);
}

/**
 * Draws the spans on the time from the first leader to the last; one whose end is not logged runs
 * on, dotted.
 */
function barsOf(spans: readonly LeaderSpan[], width: number): readonly string[] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    first = Math.min(first, from);
    last = Math.max(last, from, to ?? from);
  }
  const scale = last > first ? (width - 1) / (last - first) : 0;
  const column = (time: number): number => Math.round((time - first) * scale);
  return spans.map(({ from, to }) => {
    const start = column(from);
    const end = to === undefined ? width - 1 : column(to);
    const fill = to === undefined ? '┄' : '█';
    // A clock that was set back can end a leadership before it began.
    return `${' '.repeat(start)}█${fill.repeat(Math.max(0, end - start))}`;
  });
}
