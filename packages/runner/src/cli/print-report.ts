import process from 'node:process';
import { terminalPage } from '@raftlens/analyzer/page';
import type { LoopReport } from '../report/loop-report.ts';
import { reportText } from '../report/report-text.ts';
import type { LoopFlags } from './loop-flags.ts';

/** Prints a report as the user wants it. */
export async function printReport(report: LoopReport, flags: LoopFlags): Promise<void> {
  if (flags.json) {
    const { reportJson } = await import('../report/report-json.ts');
    process.stdout.write(`${JSON.stringify(reportJson(report), undefined, 2)}\n`);
    return;
  }
  const page = terminalPage(flags.color);
  process.stdout.write(await reportText(report, { ...page, summary: flags.summary }));
}
