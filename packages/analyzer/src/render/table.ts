import { columns, wrapText } from './wrap-text.ts';

/** A table that fits a page. */
export interface TableSpec {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of the page. */
  readonly width: number;
}

/** Space and border that a table puts around a cell, and one border more at the end. */
const cellFrame = 3;
/** No column is made narrower than this, even if the table then is wider than the page. */
const narrowest = 8;

/**
 * Draws a table with cli-table3, which is loaded only now. Where the page is too narrow for it the
 * widest columns become narrower, and their cells wrap.
 */
export async function drawTable({ head, rows, width }: TableSpec): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const rooms = fitting(naturalRooms(head, rows), width);
  const table = new Table({
    head: [...head],
    colWidths: rooms.map((room) => room + 2),
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1, compact: true },
  });
  for (const row of rows) {
    // cli-table3 would cut a word that is longer than its column.
    table.push(row.map((cell, column) => wrapText(cell, { width: rooms[column] ?? 0 }).join('\n')));
  }
  return `${table.toString()}\n`;
}

/** Columns that a table takes where it has all the room it wants. */
export function naturalWidth({ head, rows }: Omit<TableSpec, 'width'>): number {
  return naturalRooms(head, rows).reduce((sum, room) => sum + room + cellFrame, 1);
}

function naturalRooms(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  return head.map((title, column) =>
    rows.reduce((room, row) => Math.max(room, columns(row[column] ?? '')), columns(title)),
  );
}

/** Takes room from the widest columns until all of them fit. */
function fitting(natural: readonly number[], width: number): readonly number[] {
  const rooms = [...natural];
  const frames = rooms.length * cellFrame + 1;
  let excess = rooms.reduce((sum, room) => sum + room, frames) - width;
  while (excess > 0) {
    const widest = Math.max(...rooms);
    if (widest <= narrowest) break;
    rooms[rooms.lastIndexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return rooms;
}
