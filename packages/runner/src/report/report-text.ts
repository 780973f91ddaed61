import { createPaint, drawTable, type Page } from '@raftlens/analyzer/page';
import { escapeText } from '@raftlens/trace/escape-text';
import { changedCoreLines } from './changed-core-lines.ts';
import { afterwards, commandLines, otherVerdicts } from './command-lines.ts';
import { type FailureGroup, failureGroups, othersWords } from './failure-groups.ts';
import { rateWords } from './failure-rate.ts';
import type { CapsuleReport, FailureReport } from './failure-report.ts';
import type { LoopReport } from './loop-report.ts';
import { proofText } from './proof-text.ts';
import { tailText } from './tail-text.ts';

/** Failures that are told one by one; --json has them all. */
const failuresShown = 10;
/** What was run is cut off here: a script may be long, and the user knows it. */
const whatLength = 80;

/**
 * What a failing run shows, with the analysis of its trace or log and the command to replay it;
 * `others` failed in the same way.
 */
export async function failureText(
  failure: FailureReport,
  page: Page,
  others?: string,
): Promise<string> {
  const paint = createPaint(page.colour);
  const seed = failure.scenario === undefined ? '' : ` (seed ${failure.seed})`;
  const why = escapeText(failure.rule ?? failure.message);
  const lines = [paint('bad', `✗ Run ${failure.run}${seed} failed: ${why}`)];
  if (failure.rule !== undefined) lines.push(`  ${escapeText(failure.message)}`);
  if (failure.trace !== undefined) lines.push(`  trace:   ${escapeText(failure.trace)}`);
  if (failure.log !== undefined) lines.push(`  log:     ${escapeText(failure.log)}`);
  lines.push(`  replay:  ${paint('strong', failure.replay)}`);
  if (others !== undefined) lines.push(`  also:    ${others}`);
  if (failure.reproduced !== undefined) lines.push(...reproducedLines(failure));
  if (failure.capsule !== undefined) lines.push(...capsuleLines(failure.capsule));
  if (failure.core !== undefined) lines.push(...changedCoreLines(failure.core));
  lines.push('');
  const parts = [`${lines.join('\n')}\n`];
  const { analysis, tail, twin } = failure;
  if (analysis?.files.some(({ format }) => format !== 'unknown')) {
    const { renderAnalysis } = await import('@raftlens/analyzer');
    parts.push(await renderAnalysis(analysis, page), '\n');
  }
  if (twin !== undefined) {
    const { divergenceText } = await import('@raftlens/analyzer');
    parts.push(divergenceText(twin.comparison, twin.passing, page), '\n');
  }
  if (tail !== undefined) parts.push(tailText(tail, page), '\n');
  return parts.join('');
}

/** The script of a failing run, and how often that fails. */
function reproducedLines({ script = '', reproduced }: FailureReport): readonly string[] {
  if (reproduced === undefined) return [];
  const { failed, runs, rate } = reproduced;
  const words = rateWords({ failed, passed: runs - failed }, rate);
  return [`  repro:   ${escapeText(script)}`, `           fails ${failed} of ${runs}: ${words}`];
}

/** What is left of a failure that was made small, and how to run that. */
function capsuleLines({ parts, decisions, servers, replay }: CapsuleReport): readonly string[] {
  const done = parts === 1 ? '1 fault or operation' : `${parts} faults and operations`;
  const left = `${servers} servers, ${done}`;
  return [`  shrunk:  ${left}, ${count(decisions, 'decision')}`, `           ${replay}`];
}

/** All that a person is told of a loop when it is over. */
export async function reportText(
  report: LoopReport,
  options: Page & { readonly summary: boolean },
): Promise<string> {
  const parts = [await failuresText(report, options)];
  parts.push(await summaryText(report, options));
  if (report.explored !== undefined) parts.push(exploredText(report.explored));
  else if (report.runs > 1) parts.push(proofText(report));
  if (report.touched !== undefined) {
    const { touchedText } = await import('./touched-text.ts');
    parts.push(await touchedText(report.touched, options));
  }
  if (report.command !== undefined) parts.push(afterwards(report.command));
  if (report.spans !== undefined) {
    const { created, exported, lost, why } = report.spans;
    const reason = why === undefined ? '' : ` (${why})`;
    parts.push(`Spans: ${created} created, ${exported} exported, ${lost} lost${reason}\n`);
  }
  return parts.join('');
}

/** The first failures, or the first of each kind; only the first of all with its analysis. */
async function failuresText(report: LoopReport, page: Page): Promise<string> {
  const { failures, failed, command, folder } = report;
  const all: readonly FailureGroup[] =
    command === undefined
      ? failures.map((first) => ({ first, others: [], times: 1 }))
      : failureGroups(failures, command.signatures);
  const shown = all.slice(0, failuresShown);
  const parts: string[] = [];
  for (const [index, group] of shown.entries()) {
    const { first } = group;
    const brief = { ...first, analysis: undefined, tail: undefined, twin: undefined };
    parts.push(await failureText(index === 0 ? first : brief, page, othersWords(group)));
  }
  const more = failed - shown.reduce((sum, { times }) => sum + times, 0);
  if (more > 0) {
    const place = folder === undefined ? '' : `; the logs are in ${folder}`;
    parts.push(`${more} more failure${more === 1 ? ' is' : 's are'} not shown${place}\n\n`);
  }
  return parts.join('');
}

/** How far a search came; only one that came to its end proves anything, within its bounds. */
function exploredText({ states, depth, complete }: NonNullable<LoopReport['explored']>): string {
  const reached = `${states.toLocaleString('en')} states, up to ${depth} actions deep`;
  return complete
    ? `Every state within the bounds was reached: ${reached}\n`
    : `Reached ${reached}; that is not all within the bounds (--num raises the limit)\n`;
}

/** The end of a loop: one line, or with `summary` three lines and a table of the failures. */
export async function summaryText(
  report: LoopReport,
  { summary, ...page }: Page & { readonly summary: boolean },
): Promise<string> {
  const paint = createPaint(page.colour);
  const { runs, failed, interrupted } = report;
  if (!summary) {
    const what = escapeText(report.what, whatLength);
    const early = interrupted ? ' (interrupted)' : '';
    const others = report.command === undefined ? '' : otherVerdicts(report.command);
    const words = `${count(runs, 'run')} of ${what}, ${count(failed, 'failure')}${others}${early}`;
    return `${paint(failed === 0 ? 'good' : 'bad', words)}\n`;
  }
  const early = interrupted ? 'Interrupted: not all runs were made.\n' : '';
  const passed = report.command?.passed ?? runs - failed;
  const more = report.command === undefined ? '' : await commandLines(report.command, page);
  const three = `Total runs:\t${runs}\nSuccesses:\t${passed}\nFailures:\t${failed}\n`;
  const counts = `${three}${early}${more}`;
  const [first] = report.failures;
  if (first === undefined) return counts;
  const table = await failureTable(report.failures.slice(0, failuresShown), page);
  // Below the table and not in it, where a narrow page would break it in two.
  return `${counts}\n${table}\nReplay run ${first.run}:  ${paint('strong', first.replay)}\n`;
}

/** A line a failure; term and servers only where a rule is broken, which has them. */
async function failureTable(failures: readonly FailureReport[], { width }: Page): Promise<string> {
  const judged = failures.some(({ rule }) => rule !== undefined);
  const rows = failures.map(({ run, seed, rule, term, nodes, message }) => [
    String(run),
    String(seed),
    rule ?? escapeText(message, 60),
    ...(judged ? [term === undefined ? '' : String(term), escapeText(nodes.join(', '), 40)] : []),
  ]);
  const head = ['run', 'seed', ...(judged ? ['rule', 'term', 'servers'] : ['why'])];
  return drawTable({ head, rows, width });
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
