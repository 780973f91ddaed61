import type { Finding, Severity } from '@raftlens/invariants';
import { escapeText } from '@raftlens/trace';
import type { Report } from './report.ts';

const commands: Readonly<Record<Severity, string>> = {
  violation: 'error',
  warning: 'warning',
  note: 'notice',
};

/** Annotations of GitHub Actions: a workflow command a finding, at its last line of evidence. */
export const githubReport: Report = {
  name: 'github',
  title: 'annotations of GitHub Actions',
  render: ({ findings }) => findings.map((finding) => `${annotation(finding)}\n`).join(''),
};

function annotation({ rule, severity, message, evidence, causes }: Finding): string {
  const at = evidence.at(-1)?.at;
  const place = at === undefined ? '' : `file=${property(at.file)},line=${at.line},`;
  const [likely] = causes;
  const why =
    likely === undefined ? '' : `\nLikely bug: ${likely.bug}, as ${escapeText(likely.why)}`;
  const said = data(escapeText(message) + why);
  return `::${commands[severity]} ${place}title=${property(rule)}::${said}`;
}

/** A line end would end the command, and let a log give commands of its own. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
