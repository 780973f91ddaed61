import type { RunCounts } from './command-summary.ts';
import type { LoopReport } from './loop-report.ts';
import { proofText } from './proof-text.ts';

/** Failures that are told one by one. */
const failuresShown = 20;

/** A loop as Markdown, for the summary of a CI job or a comment. */
export function markdownReport(report: LoopReport): string {
  const { what, runs, failed, failures, command, interrupted } = report;
  const sign = failed === 0 ? '✓' : '✗';
  const early = interrupted ? ' (interrupted)' : '';
  const lines = [`### ${sign} ${runs} runs of ${code(what)}, ${failed} failed${early}`, ''];
  if (command !== undefined) {
    lines.push('| | runs | passed | failed | mean | p50 | p95 | max |');
    lines.push('|---|---|---|---|---|---|---|---|');
    for (const item of command.items) lines.push(row(code(item.item), item));
    lines.push(row('all', command), '');
    if (command.signatures.length > 0) {
      lines.push('| failure | times |', '|---|---|');
      for (const [signature, times] of command.signatures.slice(0, failuresShown)) {
        lines.push(`| ${code(signature)} | ${times} |`);
      }
      lines.push('');
    }
  }
  if (runs > 1 && report.explored === undefined) lines.push(proofText(report).trimEnd(), '');
  for (const failure of failures.slice(0, failuresShown)) {
    const rule = failure.rule === undefined ? '' : `${failure.rule}: `;
    lines.push(`- run ${failure.run}: ${code(`${rule}${failure.message}`)}`);
    lines.push(`  - replay: ${code(failure.replay)}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function row(name: string, { runs, passed, failed, times }: RunCounts): string {
  const cells =
    times === undefined
      ? ['', '', '', '']
      : [times.mean, times.p50, times.p95, times.max].map(
          (ms) => `${Number(ms.toPrecision(3))} ms`,
        );
  return `| ${[name, runs, passed, failed, ...cells].join(' | ')} |`;
}

/** Text as code, whatever backquotes and line ends it has. */
function code(text: string): string {
  const flat = text.replace(/[\r\n]+/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${flat}${fence}` : `${fence} ${flat} ${fence}`;
}
