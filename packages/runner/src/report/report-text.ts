import { createPaint, drawTable, type Page, renderAnalysis } from '@raftlens/analyzer';
import { escapeText } from '@raftlens/trace';
import type { FailureReport } from './failure-report.ts';
import type { LoopReport } from './loop-report.ts';

/** What a failing run shows, with the analysis of its trace or log and the command to replay it. */
export async function failureText(failure: FailureReport, page: Page): Promise<string> {
  const paint = createPaint(page.colour);
  const head = `Run ${failure.run}${failure.scenario === undefined ? '' : ` (seed ${failure.seed})`} failed`;
  const rule = failure.rule === undefined ? '' : `: ${failure.rule}`;
  const place = failure.trace ?? failure.log;
  const lines = [
    `${paint('bad', `✗ ${head}${rule}`)}`,
    `  ${escapeText(failure.message)}`,
    ...(place === undefined
      ? []
      : [`  ${failure.trace === undefined ? 'log' : 'trace'}:  ${place}`]),
    `  replay: ${paint('strong', failure.replay)}`,
    '',
  ];
  const analysis =
    failure.analysis === undefined ? '' : await renderAnalysis(failure.analysis, page);
  return `${lines.join('\n')}\n${analysis}`;
}

/** The end of a loop: one line, or with `summary` three lines and a table of the failures. */
export async function summaryText(
  report: LoopReport,
  { summary, ...page }: Page & { readonly summary: boolean },
): Promise<string> {
  const passed = report.runs - report.failed;
  const early = report.interrupted ? ' (interrupted)' : '';
  if (!summary) {
    const paint = createPaint(page.colour);
    const runs = `${report.runs} run${report.runs === 1 ? '' : 's'} of ${report.what}`;
    const failures = `${report.failed} failure${report.failed === 1 ? '' : 's'}`;
    return `${paint(report.failed === 0 ? 'good' : 'bad', `${runs}, ${failures}${early}`)}\n`;
  }
  const counts = `Total runs:\t${report.runs}\nSuccesses:\t${passed}\nFailures:\t${report.failed}\n`;
  if (report.failures.length === 0) return counts;
  const rows = report.failures.map(({ run, seed, rule, term, nodes, replay, message }) => [
    String(run),
    String(seed),
    rule ?? escapeText(message, 40),
    term === undefined ? '' : String(term),
    escapeText(nodes.join(', '), 40),
    replay,
  ]);
  const head = ['run', 'seed', 'rule', 'term', 'servers', 'replay'];
  const more = report.failed - report.failures.length;
  const note = more > 0 ? `${more} more failures are not shown.\n` : '';
  return `${counts}\n${await drawTable({ head, rows, width: page.width })}${note}`;
}
