import process from 'node:process';
import type { Analysis } from '../analysis.ts';
import { analysisJson, findingJson } from '../analysis-json.ts';
import { type AnalyzeOptions, analyze } from '../analyze.ts';
import { isJudged } from '../decide/is-judged.ts';
import { exports } from '../exports/exports.ts';
import { findingText, type Page } from '../render/finding-text.ts';
import { renderAnalysis } from '../render/render-analysis.ts';
import { unparsedText } from '../render/unparsed-text.ts';
import { reports } from '../reports/reports.ts';
import type { AnalyzeFlags } from './analyze-flags.ts';
import { definitionProblems } from './definition-problems.ts';
import { exitCode } from './exit-code.ts';
import { flagFilter } from './flag-filter.ts';
import { formatOf } from './format-of.ts';
import { createHeapKeeper } from './heap-keeper.ts';
import { interruptible } from './interruptible.ts';
import { createMissingNames } from './missing-names.ts';
import { createProgress } from './progress.ts';
import { sourcesOf } from './sources-of.ts';
import { openSpans } from './spans.ts';
import { terminalPage } from './terminal-page.ts';
import { createTimelineView } from './timeline-view.ts';
import { usageError } from './usage-error.ts';
import { writeOut } from './write-out.ts';

/** Analyses files and prints what the flags ask for; gives the exit code. */
export async function analyzeFiles(
  files: readonly string[],
  options: AnalyzeFlags,
): Promise<number> {
  const page = terminalPage(options.color);
  const named = await formatOf(options.format);
  if (named.kind === 'problems') return definitionProblems(named.problems);
  const { format } = named;
  const spans = await openSpans(options.otlp, process.env);
  if (spans.kind === 'unusable') return usageError(spans.message);
  const progress = createProgress(process.stderr, files);
  const view = viewOf(options, page);
  const keepHeapSmall = createHeapKeeper();
  const names = createMissingNames(options);
  const onEvents: AnalyzeOptions['onEvents'] = async (events) => {
    progress.advance(events.length);
    keepHeapSmall();
    names.observe(events);
    await spans.observe(events);
    await writeOut(view.push(events));
  };
  const sources = sourcesOf(files, options.follow);
  const onFinding = options.follow ? tellAtOnce(options, page) : undefined;
  const how = { format, unparsed: options.unparsed };
  const analysis = await interruptible((signal) =>
    analyze(sources, { ...how, signal, onEvents, onFinding, onClosed: keepHeapSmall }),
  );
  progress.clear();
  await writeOut(view.end());
  const exported = await spans.finish();
  await writeOut(await conclusion(analysis, options, page, exported));
  names.tell();
  if (exported !== undefined && exported.lost > 0) {
    process.stderr.write(`raft-analyze: ${exported.lost} of ${exported.created} spans were lost\n`);
  }
  return codeOf(analysis);
}

/** What is printed of events as they pass. */
interface View {
  push(events: Parameters<NonNullable<AnalyzeOptions['onEvents']>>[0]): string;
  end(): string;
}

function viewOf(options: AnalyzeFlags, page: Page): View {
  const target = exports.find(({ name }) => name === options.exportTo)?.open();
  if (target !== undefined) {
    const passes = flagFilter(options);
    return { push: (events) => target.push(events.filter(passes)), end: target.end };
  }
  if (!options.timeline || options.json || options.report !== undefined) {
    return { push: () => '', end: () => '' };
  }
  const timeline = createTimelineView(options, page);
  return { push: timeline.push, end: () => `${timeline.end()}\n` };
}

/** Findings as they come: for people as text, for machines a line of JSON each. */
function tellAtOnce(options: AnalyzeFlags, page: Page): AnalyzeOptions['onFinding'] {
  if (options.report !== undefined || options.exportTo !== undefined) return undefined;
  return (finding) => {
    const told = options.json ? JSON.stringify(findingJson(finding)) : findingText(finding, page);
    process.stdout.write(`${told}\n`);
  };
}

async function conclusion(
  analysis: Analysis,
  options: AnalyzeFlags,
  page: Page,
  spans: unknown,
): Promise<string> {
  if (options.exportTo !== undefined) return '';
  const report = reports.find(({ name }) => name === options.report);
  if (report !== undefined) return report.render(analysis);
  if (options.unparsed && !options.json) return unparsedText(analysis.files, page);
  if (!options.json) return renderAnalysis(analysis, { ...page, coverage: options.coverage });
  const json = { ...analysisJson(analysis), ...(spans !== undefined && { spans }) };
  // Behind lines of findings the whole is a line too.
  return `${JSON.stringify(json, undefined, options.follow ? undefined : 2)}\n`;
}

function codeOf(analysis: Analysis): number {
  if (analysis.interrupted) return exitCode.interrupted;
  if (analysis.findings.some(({ severity }) => severity === 'violation')) return exitCode.violation;
  const unreadable = analysis.files.some((file) => file.problem !== undefined || !isJudged(file));
  return unreadable ? exitCode.unreadable : exitCode.clean;
}
