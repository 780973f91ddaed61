import { escapeText } from '@raftlens/trace';
import type { Page } from '../render/finding-text.ts';
import { drawTable } from '../render/table.ts';
import type { AnswerRows } from './answer-rows.ts';

/** How the rows of an answer become a table. */
export interface AnswerTable<Row> {
  readonly head: readonly string[];
  readonly cells: (row: Row) => readonly (string | number | undefined)[];
  /** Run and group of a row, where there are any: each has a table of its own. */
  readonly cluster: (row: Row) => string;
  /** What to say where there is no row. */
  readonly nothing: string;
}

const longestCell = 80;

/** The rows as tables that fit the page; what comes of a log is escaped. */
export async function answerTable<Row>(
  rows: AnswerRows<Row>,
  { head, cells, cluster, nothing }: AnswerTable<Row>,
  { width }: Page,
): Promise<string> {
  if (rows.kept.length === 0) return `${nothing}\n`;
  const tables: string[] = [];
  for (const [name, of] of Map.groupBy(rows.kept, cluster)) {
    const shown = of.map((row) =>
      cells(row).map((cell) => escapeText(String(cell ?? ''), longestCell)),
    );
    const title = name === '' ? '' : `${escapeText(name)}\n`;
    tables.push(title + (await drawTable({ head, rows: shown, width })));
  }
  const more = rows.leftOut === 0 ? '' : `... and ${rows.leftOut} more\n`;
  return tables.join('\n') + more;
}
