import { createWriteStream, type WriteStream } from 'node:fs';
import process from 'node:process';
import { recordsOf } from '../command/ledger.ts';
import type { CommandLoopReport } from '../loop.ts';
import { githubReport } from '../report/github-report.ts';
import { junitReport } from '../report/junit-report.ts';
import { markdownReport } from '../report/markdown-report.ts';
import type { Reporter } from './read-reporters.ts';

/** Tells a loop in each of the forms that were asked for. Memory does not grow with its runs. */
export async function writeReports(
  reporters: readonly Reporter[],
  report: CommandLoopReport,
  folder: string,
): Promise<void> {
  for (const { name, file } of reporters) {
    const out = file === undefined ? process.stdout : createWriteStream(file);
    for await (const text of textOf(name, report, folder)) await write(out, text);
    if (out !== process.stdout) await finish(out as WriteStream);
  }
}

async function* textOf(
  name: Reporter['name'],
  report: CommandLoopReport,
  folder: string,
): AsyncGenerator<string> {
  switch (name) {
    case 'json': {
      const { reportJson } = await import('../report/report-json.ts');
      yield `${JSON.stringify(reportJson(report), undefined, 2)}\n`;
      return;
    }
    case 'markdown':
      yield markdownReport(report);
      return;
    case 'github':
      yield githubReport(report);
      return;
    case 'junit':
      yield* junitReport(report, recordsOf(folder));
      return;
  }
}

function write(out: NodeJS.WritableStream, text: string): Promise<void> | undefined {
  if (out.write(text)) return undefined;
  return new Promise((resolve, reject) => {
    out.once('drain', resolve);
    out.once('error', reject);
  });
}

function finish(out: WriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    out.once('error', reject);
    out.end(() => resolve());
  });
}
