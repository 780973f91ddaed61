import { drawTable, type Page } from '@raftlens/analyzer/page';
import { escapeText } from '@raftlens/trace/escape-text';
import { shellWord } from '../cli/shell-word.ts';
import type { Setting } from '../perturb/setting.ts';
import type { SettingRuns, SweepResult } from '../perturb/sweep-settings.ts';
import { failureRate, percent, rateWords } from './failure-rate.ts';

/** A sweep over settings with what is told of it. */
export interface PerturbReport {
  readonly command: readonly string[];
  readonly settings: readonly Setting[];
  /** The command under each setting. */
  readonly commands: readonly (readonly string[])[];
  readonly result: SweepResult;
  readonly folder: string;
  readonly confidence: number;
  readonly jobs: number;
  /** How this program is called. */
  readonly program: string;
}

/** Name and version of what {@link perturbJson} makes. */
export const perturbSchema = 'raft-loop-perturb/1';

/** A sweep as a table, and what a fair trial of the best setting showed. */
export async function perturbText(report: PerturbReport, { width }: Page): Promise<string> {
  const { settings, result, folder, command } = report;
  const together = allAtOnce(report);
  const rows = result.screened.map((runs, at) => {
    const rate = failureRate(runs, together);
    return [
      settings[at]?.name ?? '',
      String(runs.passed + runs.failed),
      String(runs.failed),
      rate === undefined ? '' : `${percent(rate.low, '')} to ${percent(rate.high)}`,
      runs.ms === 0 ? '' : perMinute(runs),
    ];
  });
  const sure = `fail; ${percent(report.confidence, ' %')} for all`;
  const head = ['setting', 'runs', 'failed', sure, 'failures/min'];
  const table = await drawTable({ head, rows, width });
  const what = escapeText(command.map(shellWord).join(' '), 80);
  const anyFailed = result.screened.some(({ failed }) => failed > 0);
  const place = anyFailed ? `The logs of what failed are in ${folder}\n` : '';
  return `Settings under which ${what} fails\n\n${table}\n${verdictText(report)}${place}`;
}

function verdictText({ settings, commands, result, confidence, jobs, program }: PerturbReport) {
  const { confirmed, screened } = result;
  if (screened.every(({ failed }) => failed === 0)) {
    return 'Nothing failed under any of them.\n';
  }
  if (confirmed === undefined) return 'None of them seemed faster than the command as it is.\n';
  const setting = settings[confirmed.setting];
  const name = setting?.name ?? '';
  const words = (runs: SettingRuns): string => {
    const rate = failureRate(runs, confidence);
    const told = rate === undefined ? 'no runs' : rateWords(runs, rate);
    return `${runs.failed} of ${runs.passed + runs.failed} runs (${told}), ${perMinute(runs)}/min`;
  };
  const chance = percent(confirmed.chance);
  const lines = [
    'Tried again with fresh runs, as the best of many looks better than it is:',
    `  ${name}: ${words(confirmed.runs)}`,
    `  as it is: ${words(confirmed.asItIs)}`,
    confirmed.verdict === 'faster'
      ? `It fails faster under ${name} (chance of that if nothing differs: ${chance})`
      : `Whether ${name} is faster cannot be told (chance if nothing differs: ${chance})`,
  ];
  const plain = setting?.busyPerProcessor === 0 && setting.stutter === undefined;
  if (confirmed.verdict === 'faster' && setting !== undefined && plain) {
    const runs = ['-p', String(jobs * setting.jobsFactor), '--until-fail', '-n', 'inf', '--'];
    const line = [...runs, ...(commands[confirmed.setting] ?? [])].map(shellWord).join(' ');
    lines.push(`  ${program} ${line}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Each interval is so wide that all of them hold at once: Bonferroni's correction. */
function allAtOnce({ confidence, settings }: PerturbReport): number {
  return 1 - (1 - confidence) / settings.length;
}

function perMinute({ failed, ms }: SettingRuns): string {
  return Number(((failed / Math.max(ms, 1)) * 60_000).toPrecision(3)).toString();
}

/** A sweep as one object for machines. */
export function perturbJson(report: PerturbReport): Readonly<Record<string, unknown>> {
  const { settings, commands, result, folder, confidence } = report;
  const together = allAtOnce(report);
  const { confirmed } = result;
  return {
    schema: perturbSchema,
    what: report.command.map(shellWord).join(' '),
    folder,
    confidence,
    settings: result.screened.map((runs, at) => ({
      name: settings[at]?.name,
      command: commands[at],
      ...runs,
      rate: failureRate(runs, together) ?? null,
    })),
    confirmed:
      confirmed === undefined ? null : { ...confirmed, name: settings[confirmed.setting]?.name },
  };
}
