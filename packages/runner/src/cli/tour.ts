import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { analyze, fileSource, renderAnalysis } from '@raftlens/analyzer';
import { createPaint, type Page } from '@raftlens/analyzer/page';
import { findScenario } from '@raftlens/sim';
import { reportText } from '../report/report-text.ts';
import { type Simulation, simulate } from '../simulate.ts';

/** The logs of the lab notes, from the root of the repository. */
const notes: readonly (readonly [file: string, question: string])[] = [
  ['traces/lab-notes/two-leaders.log', 'two leaders in term 2: why term 2, should it not be 1?'],
  [
    'traces/lab-notes/no-leader.log',
    'expected one leader, got none: what became of the six leaders?',
  ],
];

/** What the tour shares with a campaign. */
export type TourOptions = Pick<Simulation, 'flags' | 'program' | 'otlp' | 'signal' | 'onProgress'>;

/**
 * Shows what this program is for: hunts the bug that failed once in 350 runs, then explains the two
 * logs of the notes. False when the hunt found nothing, which would be wrong.
 */
export async function tour(
  options: TourOptions,
  page: Page,
  write: (text: string) => void,
): Promise<boolean> {
  const paint = createPaint(page.colour);
  const title = (text: string): void => write(`\n${paint('strong', `── ${text}`)}\n\n`);
  const scenario = findScenario('2A');
  if (scenario === undefined) return false;

  title('1. A Raft whose candidates count stale votes: one seed a run, until a rule breaks');
  const flags = { ...options.flags, num: 1000, untilFail: true };
  const report = await simulate({ ...options, scenario, bug: 'stale-vote', flags });
  write(await reportText(report, { ...page, summary: flags.summary }));

  for (const [index, [file, question]] of notes.entries()) {
    if (options.signal.aborted) return false;
    title(`${index + 2}. A log of the lab notes: ${question}`);
    write(await renderAnalysis(await analyze([fileSource(notePath(file))]), page));
  }
  title('What next');
  write(whatNext(options.program));
  return report.failures.length > 0;
}

function whatNext(program: string): string {
  const rows = [
    [`${program} --num 1000 --until-fail`, 'the correct core: nothing to find'],
    [`${program} --list-bugs`, 'what else can be put in'],
    [`${program} --until-fail -- go test -run 2A`, 'your own tests'],
    [`${program.replace(/raft-loop$/, 'raft-analyze')} FILE`, 'your own logs'],
  ] as const;
  const column = Math.max(...rows.map(([command]) => command.length));
  return rows.map(([command, what]) => `  ${command.padEnd(column)}  ${what}\n`).join('');
}

/** The tour is for a clone: the logs are in the repository, not in the package. */
function notePath(file: string): string {
  const inClone = fileURLToPath(new URL(`../../../../${file}`, import.meta.url));
  return existsSync(file) ? file : relative(process.cwd(), inClone);
}
