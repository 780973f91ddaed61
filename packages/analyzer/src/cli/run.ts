import { readFileSync } from 'node:fs';
import process from 'node:process';
import { formats } from '@raftlens/formats';
import { findRule, rules } from '@raftlens/invariants';
import { formatsText } from '../render/formats-text.ts';
import { renderRule } from '../render/render-rule.ts';
import { drawTable } from '../render/table.ts';
import { analyzeFiles } from './analyze-files.ts';
import { ask } from './ask.ts';
import { closest } from './closest.ts';
import { readCommandLine } from './command-line.ts';
import { diffRuns } from './diff-runs.ts';
import { exitCode } from './exit-code.ts';
import { formatTry } from './format-try.ts';
import { terminalPage } from './terminal-page.ts';
import { usageError } from './usage-error.ts';

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
      return usageError(line.message);
    case 'explain':
      return explain(line.rule, line.color);
    case 'formats':
      process.stdout.write(await formatsText(terminalPage(line.color)));
      return exitCode.clean;
    case 'list':
      return list(line.what);
    case 'analyze':
      return analyzeFiles(line.files, line.options);
    case 'ask':
      return ask(line.question, line.files, line.options);
    case 'format-try':
      return formatTry(line.definition, line.sample, line.options.color);
    case 'diff':
      return diffRuns(line.passing, line.failing, line.options);
  }
}

function packageVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return String((manifest as { readonly version: unknown }).version);
}

function explain(name: string, color: boolean | undefined): number {
  const rule = findRule(name);
  if (rule === undefined) {
    const near = closest(
      name,
      rules.map(({ id }) => id),
    );
    const hint = near === undefined ? '--list-rules lists them' : `did you mean ${near}?`;
    return usageError(`there is no rule ${JSON.stringify(name)}; ${hint}`);
  }
  process.stdout.write(renderRule(rule, terminalPage(color)));
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
