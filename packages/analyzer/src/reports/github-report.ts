import type { Finding, Severity } from '@raftlens/invariants';
import { escapeText } from '@raftlens/trace';
import type { Report } from './report.ts';
import { workflowCommand } from './workflow-command.ts';

const commands: Readonly<Record<Severity, string>> = {
  violation: 'error',
  warning: 'warning',
  note: 'notice',
};

/** Annotations of GitHub Actions: a workflow command a finding, at its last line of evidence. */
export const githubReport: Report = {
  name: 'github',
  title: 'annotations of GitHub Actions',
  render: ({ findings }) => findings.map(annotation).join(''),
};

function annotation({ rule, severity, message, evidence, causes }: Finding): string {
  const at = evidence.at(-1)?.at;
  const place = at === undefined ? {} : { file: at.file, line: at.line };
  const [likely] = causes;
  const why =
    likely === undefined ? '' : `\nLikely bug: ${likely.bug}, as ${escapeText(likely.why)}`;
  return workflowCommand(commands[severity], { ...place, title: rule }, escapeText(message) + why);
}
