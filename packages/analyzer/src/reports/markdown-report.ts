import { causes, type Finding, findRule, stories } from '@raftlens/invariants';
import { escapeText, type TraceEvent } from '@raftlens/trace';
import type { Analysis } from '../analysis.ts';
import { timeOfDay } from '../render/clock.ts';
import { evidencePlace } from '../render/evidence-place.ts';
import { evidenceWords } from '../render/evidence-words.ts';
import type { Report } from './report.ts';

const suspectsShown = 3;
const leadersShown = 20;
const longestEvidence = 300;

/** A report to paste into an issue: GitHub's Markdown, whatever the log says escaped. */
export const markdownReport: Report = {
  name: 'markdown',
  title: 'Markdown, to paste into an issue',
  render(analysis) {
    const parts = [
      '# raft-analyze',
      '',
      ...filesTable(analysis),
      ...findingParts(analysis),
      ...leadersTable(analysis),
      ...coverageParts(analysis),
    ];
    return `${parts.join('\n')}\n`;
  },
};

function filesTable({ files }: Analysis): readonly string[] {
  const rows = files.map(({ file, format, counts, problem }) => {
    const { lines, events, ignored, broken } = counts;
    const said = problem === undefined ? format : `${format}: ${problem.message}`;
    return [file, said, lines, events, ignored, broken];
  });
  return table(['file', 'format', 'lines', 'events', 'ignored', 'broken'], rows);
}

function findingParts({ findings, findingsLeftOut }: Analysis): readonly string[] {
  if (findings.length === 0) return ['No rule is broken, as far as this log can show.', ''];
  const parts = stories(findings).flatMap(({ chief, others }) => [
    ...findingPart(chief),
    ...(others.length === 0 ? [] : ['Broken along with it:', '']),
    ...others.map(({ rule, message }) => `- \`${rule}\`: ${inline(message)}`),
    ...(others.length === 0 ? [] : ['']),
  ]);
  return findingsLeftOut === 0 ? parts : [...parts, `${findingsLeftOut} more findings.`, ''];
}

function findingPart(finding: Finding): readonly string[] {
  const { rule, severity, verdict, term, nodes, message, evidence } = finding;
  const source = findRule(rule)?.source;
  const where = [
    ...(term === undefined ? [] : [`term ${term}`]),
    ...(nodes.length === 0 ? [] : [`servers ${nodes.join(', ')}`]),
    ...(finding.run === undefined ? [] : [`run ${finding.run}`]),
    ...(finding.group === undefined ? [] : [`group ${finding.group}`]),
  ].join(' · ');
  return [
    `## ${severity}: \`${rule}\`${verdict === 'violated' ? '' : ` (${verdict})`}`,
    '',
    `**${inline(where)}**: ${inline(message)}${source === undefined ? '' : ` (${source})`}`,
    '',
    ...evidenceBlock(evidence),
    '',
    ...suspectLines(finding),
  ];
}

function evidenceBlock(evidence: readonly TraceEvent[]): readonly string[] {
  const lines = evidence.map((event) => {
    const place = evidencePlace(event);
    const words = `${place === undefined ? '' : `${place}  `}${evidenceWords(event)}`;
    return escapeText(words, longestEvidence);
  });
  // A fence longer than any run of backticks in it cannot be closed from within.
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [`${fence}text`, ...lines, fence];
}

function suspectLines({ causes: suspects }: Finding): readonly string[] {
  if (suspects.length === 0) return [];
  const lines = suspects.slice(0, suspectsShown).map(({ bug, confidence, why, against = [] }) => {
    const title = causes.find(({ name }) => name === bug)?.title ?? '';
    const but = against.map((words) => `. Against it: ${inline(words)}`).join('');
    const what = `\`${bug}\` (${Math.round(confidence * 100)} %) ${inline(title)}`;
    return `- ${what}: ${inline(why)}${but}`;
  });
  return ['Likely bugs:', '', ...lines, ''];
}

function leadersTable({ leaders }: Analysis): readonly string[] {
  if (leaders.length === 0) return [];
  const rows = leaders
    .slice(0, leadersShown)
    .map(({ run, group, term, node, from, to, end }) => [
      run ?? group ?? '',
      term ?? '?',
      node,
      timeOfDay(from),
      to === undefined ? '' : timeOfDay(to),
      to === undefined ? 'not logged' : end,
    ]);
  const more = leaders.length - leadersShown;
  return [
    '## Leaders by term',
    '',
    ...table(['run', 'term', 'leader', 'from', 'to', 'end'], rows),
    ...(more > 0 ? [`${more} more.`, ''] : []),
  ];
}

function coverageParts({ coverage }: Analysis): readonly string[] {
  const rows = [...Map.groupBy(coverage, ({ verdict }) => verdict)].map(([verdict, rules]) => [
    verdict,
    rules.map(({ rule }) => rule).join(', '),
  ]);
  return ['## Rules', '', ...table(['verdict', 'rules'], rows)];
}

function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => inline(String(cell))).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

/** Text from a log on one line: nothing of it is markup, a link or a mention. */
function inline(text: string): string {
  return escapeText(text).replace(/[\\`*_{}[\]<>|#~@&]/g, (sign) =>
    sign === '@' ? '&#64;' : sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `\\${sign}`,
  );
}
