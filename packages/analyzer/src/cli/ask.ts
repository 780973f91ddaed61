import process from 'node:process';
import { type AnalyzeOptions, analyze } from '../analyze.ts';
import { findQuestion } from '../questions/questions.ts';
import { filesText } from '../render/files-text.ts';
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
import { terminalPage } from './terminal-page.ts';
import { writeOut } from './write-out.ts';

/** Answers one question about the logs; gives the exit code, which no violation changes. */
export async function ask(
  name: string,
  files: readonly string[],
  options: AnalyzeFlags,
): Promise<number> {
  const inquiry = findQuestion(name)?.open();
  if (inquiry === undefined) throw new RangeError(`no question is called ${name}`);
  const page = terminalPage(options.color);
  const named = await formatOf(options.format);
  if (named.kind === 'problems') return definitionProblems(named.problems);
  const { format } = named;
  const progress = createProgress(process.stderr, files);
  const passes = flagFilter(options);
  const keepHeapSmall = createHeapKeeper();
  const names = createMissingNames(options);
  const onEvents: AnalyzeOptions['onEvents'] = (events) => {
    progress.advance(events.length);
    keepHeapSmall();
    names.observe(events);
    for (const event of events) if (passes(event)) inquiry.observe(event);
  };
  const { interrupted, files: reports } = await interruptible((signal) =>
    analyze(sourcesOf(files, false), { signal, format, onEvents }),
  );
  progress.clear();
  const unread = reports.filter(({ format, problem }) => problem || format === 'unknown');
  if (unread.length > 0) process.stderr.write(filesText(unread, { ...page, colour: false }));
  await writeOut(
    options.json ? `${JSON.stringify(inquiry.json(), undefined, 2)}\n` : await inquiry.text(page),
  );
  names.tell();
  if (interrupted) return exitCode.interrupted;
  return unread.length > 0 ? exitCode.unreadable : exitCode.clean;
}
