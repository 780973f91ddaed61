import { type Story, stories } from '@raftlens/invariants';
import type { Analysis } from '../analysis.ts';
import { isJudged } from '../decide/is-judged.ts';
import { clocksText } from './clocks-text.ts';
import { coverageSummary, coverageTable } from './coverage-text.ts';
import { filesText } from './files-text.ts';
import type { Page } from './finding-text.ts';
import { leadersText } from './leaders-text.ts';
import { storyText } from './story-text.ts';

/** How an analysis is shown. */
export interface RenderOptions extends Page {
  /** The table of rules with what each one lacked, in place of the summary. */
  readonly coverage?: boolean;
}

const storiesShown = 10;

/** An analysis as text for people: files, findings with their evidence, leaders, rules. */
export async function renderAnalysis(analysis: Analysis, options: RenderOptions): Promise<string> {
  const { findings, files } = analysis;
  const parts = [filesText(files, options)];
  if (!files.some(isJudged)) return parts.join('\n');
  const told = stories(findings);
  parts.push(...told.slice(0, storiesShown).map((story) => storyText(story, options)));
  const more = findings.length - findingsIn(told.slice(0, storiesShown)) + analysis.findingsLeftOut;
  if (more > 0) parts.push(`${more} more findings; --json has them.\n`);
  if (findings.length === 0) parts.push('No rule is broken, as far as this log can show.\n');
  if (analysis.sequence.lost > 0) {
    parts.push(
      `${analysis.sequence.lost} lines are missing, as the servers' own counters show: ` +
        'no rule is taken to hold.\n',
    );
  }
  const clocks = clocksText(analysis.clocks);
  if (clocks !== '') parts.push(clocks);
  if (analysis.interrupted) parts.push('Stopped early: this covers only what was read.\n');
  const leads = analysis.coverage.find(({ rule }) => rule === 'election-safety');
  parts.push(await leadersText(analysis.leaders, options, leads?.remedy === undefined));
  parts.push(
    options.coverage === true
      ? await coverageTable(analysis.coverage, options)
      : coverageSummary(analysis.coverage, options),
  );
  return parts.join('\n');
}

function findingsIn(told: readonly Story[]): number {
  return told.reduce((sum, { others }) => sum + 1 + others.length, 0);
}
