import { drawTable, type Page } from '@raftlens/analyzer/page';
import { escapeText } from '@raftlens/trace/escape-text';
import type { CommandSummary, RunCounts } from './command-summary.ts';
import { type FailureRate, failureRate, rateWords } from './failure-rate.ts';

/** Signatures that are shown; the JSON has more. */
const signaturesShown = 10;

const words = {
  TIMEOUT: 'timed out',
  LEAK: 'left processes running',
  INFRA: 'ended by no doing of its own',
  FLAKY: 'passed when tried again',
  UNKNOWN: 'inconclusive',
} as const;

/** The runs that are neither plain passes nor plain failures, in words after the others. */
export function otherVerdicts({ verdicts }: Pick<CommandSummary, 'verdicts'>): string {
  const names = Object.keys(words) as (keyof typeof words)[];
  return names
    .flatMap((name) => (verdicts[name] === undefined ? [] : [`, ${verdicts[name]} ${words[name]}`]))
    .join('');
}

/** What a summary says of a command beside the three counts: other verdicts, times, kinds. */
export async function commandLines(summary: CommandSummary, page: Page): Promise<string> {
  const { times, items, signatures, verdicts } = summary;
  const others = otherVerdicts({ verdicts }).slice(2);
  const lines: string[] = [];
  if (others !== '') lines.push(`Of these:\t${others}`);
  if (times !== undefined) lines.push(`Time:\t\t${timeWords(times)}`);
  const shown = signatures.slice(0, signaturesShown);
  if (signatures.length > 1) {
    const all = summary.passed + summary.failed;
    lines.push(...shown.map(([what, runs]) => causeLine(what, runs, all, summary.rate)));
  }
  const text = lines.map((line) => `${line}\n`).join('');
  return items.length === 0 ? text : `${text}\n${await itemTable(items, page)}`;
}

/** A cause with the rate of failures that it has. */
function causeLine(
  what: string,
  times: number,
  runs: number,
  { confidence, anytime }: Partial<FailureRate> = {},
): string {
  const shown = { passed: runs - times, failed: times };
  const rate = failureRate(shown, confidence, anytime);
  const words = rate === undefined ? '' : ` (${rateWords(shown, rate)})`;
  return `${`${times} times:`.padEnd(16)}${escapeText(what)}${words}`;
}

/** What is to be known after the counts: why it ended, what it cost, what got away. */
export function afterwards({ stopped, putBack, escaped }: CommandSummary): string {
  const names = escaped.map((argv) => escapeText(argv, 60)).join('; ');
  return [
    ...(stopped === undefined ? [] : [`Stopped: ${escapeText(stopped, 200)}\n`]),
    ...(putBack === 0 ? [] : [`Memory was short: runs ended, to be made again: ${putBack}\n`]),
    ...(names === '' ? [] : [`Escaped from its runs, and ended: ${names}\n`]),
  ].join('');
}

function timeWords({
  count,
  mean,
  deviation,
  p50,
  p95,
  max,
}: NonNullable<RunCounts['times']>): string {
  if (count === 1) return span(mean);
  return (
    `${span(mean)} ± ${span(deviation)}, ` +
    `half within ${span(p50)}, 95 % within ${span(p95)}, all within ${span(max)}`
  );
}

/** A line for each thing that was run in turn, with the columns of dstest. */
async function itemTable(items: CommandSummary['items'], { width }: Page): Promise<string> {
  const rows = items.map(({ item, runs, failed, times }) => [
    escapeText(item, 40),
    String(failed),
    String(runs),
    times === undefined ? '' : `${span(times.mean)} ± ${span(times.deviation)}`,
    times === undefined ? '' : span(times.p95),
    times === undefined ? '' : span(times.max),
  ]);
  return drawTable({ head: ['', 'failed', 'total', 'time', 'p95', 'max'], rows, width });
}

/** Three digits that count. */
function span(ms: number): string {
  if (ms >= 1_000) return `${Number((ms / 1_000).toPrecision(3))} s`;
  return `${Number(ms.toPrecision(3))} ms`;
}
