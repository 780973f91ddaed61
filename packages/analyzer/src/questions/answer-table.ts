import { escapeText } from '@raftlens/trace';
import type { Page } from '../render/finding-text.ts';
import { drawTable } from '../render/table.ts';
import type { AnswerRows } from './answer-rows.ts';

/** How the rows of an answer become a table. */
export interface AnswerTable<Row> {
  readonly head: readonly string[];
  readonly cells: (row: Row) => readonly (string | number | undefined)[];
  /** What to say where there is no row. */
  readonly nothing: string;
}

const longestCell = 80;

/** The rows as a table that fits the page; what comes of a log is escaped. */
export async function answerTable<Row>(
  rows: AnswerRows<Row>,
  { head, cells, nothing }: AnswerTable<Row>,
  { width }: Page,
): Promise<string> {
  if (rows.kept.length === 0) return `${nothing}\n`;
  const shown = rows.kept.map((row) =>
    cells(row).map((cell) => escapeText(String(cell ?? ''), longestCell)),
  );
  const table = await drawTable({ head, rows: shown, width });
  return rows.leftOut === 0 ? table : `${table}... and ${rows.leftOut} more\n`;
}
