import { columns } from './wrap-text.ts';

/** A table that fits a page. */
export interface TableSpec {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of the page. */
  readonly width: number;
}

/** Space and border that a table puts around a cell, and one border more at the end. */
const cellFrame = 3;

/**
 * Draws a table with cli-table3, which is loaded only now. The last column takes what room the
 * others leave, and wraps.
 */
export async function drawTable({ head, rows, width }: TableSpec): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const natural = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => columns(cell))),
  );
  const others = natural.slice(0, -1).reduce((sum, room) => sum + room + cellFrame, 0);
  const last = Math.min(natural.at(-1) ?? 0, Math.max(10, width - others - cellFrame - 1));
  const colWidths = [...natural.slice(0, -1), last].map((room) => room + 2);
  const table = new Table({
    head: [...head],
    colWidths,
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1, compact: true },
  });
  for (const row of rows) table.push([...row]);
  return `${table.toString()}\n`;
}
