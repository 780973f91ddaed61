import type { Contest } from './contest.ts';
import type { Measurement } from './measure.ts';

const heading = ['', 'median', 'range', 'rate', '× first', '− first'];

/** The measurements as a table: each against the first, as a ratio and as a difference of times. */
export function renderContest(
  { amount, unit }: Pick<Contest, 'amount' | 'unit'>,
  measurements: readonly Measurement[],
): string {
  const first = measurements[0]?.medianMs ?? Number.NaN;
  const rows = measurements.map(({ name, medianMs, fastestMs, slowestMs }) => [
    name,
    `${digits(medianMs)} ms`,
    `${digits(fastestMs)} to ${digits(slowestMs)}`,
    `${digits((amount / medianMs) * 1000)} ${unit}/s`,
    digits(medianMs / first),
    `${digits(medianMs - first)} ms`,
  ]);
  return layOut([heading, ...rows]);
}

/** How long the slowest rounds took, where there are many. */
export function renderTail(measurements: readonly Measurement[]): string {
  return measurements
    .map(({ name, p99Ms }) => `  ${name}: 99 % within ${digits(p99Ms)} ms\n`)
    .join('');
}

/** Three digits that count; thousands are told apart. */
function digits(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return Number(value.toPrecision(3)).toString();
}

/** Columns two blanks apart, the first to the left and the others, the numbers, to the right. */
function layOut(rows: readonly (readonly string[])[]): string {
  const widths = heading.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  '),
  );
  return lines.map((line) => `  ${line.trimEnd()}\n`).join('');
}
