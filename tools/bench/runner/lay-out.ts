const [nameWidth, cellWidth] = [34, 14];

/** A line of a table: what it is about, then its figures. */
export function lay(name: string, ...cells: readonly string[]): string {
  return `  ${name.padEnd(nameWidth)}${cells.map((cell) => cell.padStart(cellWidth)).join('')}\n`;
}

/** Milliseconds with as many digits as mean something here. */
export function ms(value: number | undefined): string {
  return value === undefined ? '–' : `${value.toFixed(value < 100 ? 2 : 0)} ms`;
}

/** Peak memory. */
export function mebibytes(value: number | undefined): string {
  return value === undefined ? '–' : `${Math.round(value)} MiB`;
}
