import { type Finding, findRule, type Severity } from '@raftlens/invariants';
import { escapeText, type TraceEvent } from '@raftlens/trace';
import type { Analysis } from '../analysis.ts';
import { evidenceWords } from '../render/evidence-words.ts';
import type { Report } from './report.ts';

const levels: Readonly<Record<Severity, string>> = {
  violation: 'error',
  warning: 'warning',
  note: 'note',
};

/** SARIF 2.1.0, for code scanning: a result a finding, its evidence as related locations. */
export const sarifReport: Report = {
  name: 'sarif',
  title: 'SARIF 2.1.0, for code scanning',
  render: (analysis) => `${JSON.stringify(sarifLog(analysis), undefined, 2)}\n`,
};

function sarifLog({ findings, interrupted }: Analysis): unknown {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const driver = {
    name: 'raft-analyze',
    rules: ids.map(ruleOf),
  };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [{ executionSuccessful: !interrupted }],
        results: findings.map((finding) => resultOf(finding, ids)),
      },
    ],
  };
}

function ruleOf(id: string): unknown {
  const rule = findRule(id);
  if (rule === undefined) return { id };
  return {
    id,
    name: rule.title,
    shortDescription: { text: rule.statement },
    fullDescription: { text: `${rule.statement} ${rule.why}` },
    properties: { source: rule.source, code: rule.code },
  };
}

function resultOf(finding: Finding, ids: readonly string[]): unknown {
  const { rule, severity, verdict, message, evidence, term, nodes, causes } = finding;
  // The line that completes the contradiction is where one looks first.
  const chief = evidence.at(-1);
  const likely = causes.map(({ bug, why }) => ` Likely bug: ${bug}, as ${why}.`).at(0) ?? '';
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[severity],
    message: { text: escapeText(`${message}.${likely}`) },
    locations: chief?.at === undefined ? [] : [locationOf(chief)],
    relatedLocations: evidence
      .filter(({ at }) => at !== undefined)
      .map((event, index) => ({ id: index + 1, ...locationOf(event) })),
    properties: { verdict, term: term ?? null, nodes, causes },
  };
}

function locationOf(event: TraceEvent): { readonly [key: string]: unknown } {
  const { file, line } = event.at ?? { file: '', line: 1 };
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file) },
      region: { startLine: line },
    },
    message: { text: escapeText(evidenceWords(event), 300) },
  };
}
