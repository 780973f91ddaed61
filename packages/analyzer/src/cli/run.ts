import { readFileSync } from 'node:fs';
import process from 'node:process';
import { formats } from '@raftlens/formats';
import { findRule, rules } from '@raftlens/invariants';
import type { Analysis } from '../analysis.ts';
import { analysisJson } from '../analysis-json.ts';
import { type AnalyzeOptions, analyze } from '../analyze.ts';
import { fileSource } from '../input/file-source.ts';
import { stdinSource } from '../input/stdin-source.ts';
import { renderAnalysis } from '../render/render-analysis.ts';
import { renderRule } from '../render/render-rule.ts';
import { drawTable } from '../render/table.ts';
import { closest } from './closest.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { exitCode } from './exit-code.ts';
import { createProgress } from './progress.ts';
import { openSpans } from './spans.ts';
import { terminalPage } from './terminal-page.ts';
import { createTimelineView } from './timeline-view.ts';

/** Runs raft-analyze with these arguments and gives its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, packageVersion(), terminalPage(undefined).width);
  switch (line.kind) {
    case 'text':
      process.stdout.write(line.text);
      return exitCode.clean;
    case 'completion':
      line.print();
      return exitCode.clean;
    case 'usage':
      return usage(line.message);
    case 'explain':
      return explain(line.rule);
    case 'list':
      return list(line.what);
    case 'analyze':
      return analyzeFiles(line);
  }
}

function packageVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return String((manifest as { readonly version: unknown }).version);
}

function usage(message: string): number {
  process.stderr.write(`raft-analyze: ${message}\nTry raft-analyze --help.\n`);
  return exitCode.usage;
}

function explain(name: string): number {
  const rule = findRule(name);
  if (rule === undefined) {
    const near = closest(
      name,
      rules.map(({ id }) => id),
    );
    const hint = near === undefined ? '--list-rules lists them' : `did you mean ${near}?`;
    return usage(`there is no rule ${JSON.stringify(name)}; ${hint}`);
  }
  process.stdout.write(renderRule(rule, terminalPage(undefined)));
  return exitCode.clean;
}

async function list(what: 'rules' | 'formats'): Promise<number> {
  const head = what === 'rules' ? ['id', 'code', 'says'] : ['id', 'what'];
  const rows =
    what === 'rules'
      ? rules.map(({ id, code, title }) => [id, code, title])
      : formats.map(({ id, title }) => [id, title]);
  process.stdout.write(await drawTable({ head, rows, width: terminalPage(undefined).width }));
  return exitCode.clean;
}

async function analyzeFiles({
  files,
  options,
}: Extract<CommandLine, { kind: 'analyze' }>): Promise<number> {
  const page = terminalPage(options.color);
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.once('SIGINT', stop);
  const spans = await openSpans(options.otlp, process.env);
  if (spans.kind === 'unusable') return usage(spans.message);
  const progress = createProgress(process.stderr, files);
  const timeline =
    options.timeline && !options.json ? createTimelineView(options, page) : undefined;
  const onEvents: AnalyzeOptions['onEvents'] = async (events) => {
    progress.advance(events.length);
    await spans.observe(events);
    await write(timeline?.push(events) ?? '');
  };
  const sources = files.map((file) => (file === '-' ? stdinSource : fileSource(file)));
  const analysis = await analyze(sources, { signal: abort.signal, onEvents });
  progress.clear();
  await write(timeline === undefined ? '' : `${timeline.end()}\n`);
  const exported = await spans.finish();
  const json = { ...analysisJson(analysis), ...(exported && { spans: exported }) };
  await write(
    options.json
      ? `${JSON.stringify(json, undefined, 2)}\n`
      : await renderAnalysis(analysis, { ...page, coverage: options.coverage }),
  );
  if (exported !== undefined && exported.lost > 0) {
    process.stderr.write(`raft-analyze: ${exported.lost} of ${exported.created} spans were lost\n`);
  }
  process.removeListener('SIGINT', stop);
  return codeOf(analysis);
}

function codeOf(analysis: Analysis): number {
  if (analysis.interrupted) return exitCode.interrupted;
  if (analysis.findings.some(({ severity }) => severity === 'violation')) return exitCode.violation;
  const unreadable = analysis.files.some(
    ({ format, problem }) => problem !== undefined || format === 'unknown',
  );
  return unreadable ? exitCode.unreadable : exitCode.clean;
}

/** Waits where the reader is slower, so that a long timeline does not pile up in memory. */
async function write(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    process.stdout.once('drain', resolve);
  });
}
