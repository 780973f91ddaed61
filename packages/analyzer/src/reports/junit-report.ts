import type { Coverage, Finding } from '@raftlens/invariants';
import { escapeText } from '@raftlens/trace';
import { evidencePlace } from '../render/evidence-place.ts';
import { evidenceWords } from '../render/evidence-words.ts';
import type { Report } from './report.ts';
import { xmlText } from './xml-text.ts';

/** JUnit's XML: a test case a rule, which fails when it is violated and is skipped when unknown. */
export const junitReport: Report = {
  name: 'junit',
  title: "JUnit's XML, a test case a rule",
  render({ coverage, findings }) {
    const cases = coverage.map((each) => caseOf(each, findings));
    const failures = coverage.filter(({ verdict }) => verdict === 'violated').length;
    const skipped = coverage.filter(({ verdict }) => verdict === 'unknown').length;
    const counts = `tests="${coverage.length}" failures="${failures}" skipped="${skipped}"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="raft-analyze" ${counts}>`,
      `  <testsuite name="rules of Raft" ${counts}>`,
      ...cases,
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n');
  },
};

function caseOf({ rule, verdict, missing }: Coverage, findings: readonly Finding[]): string {
  const head = `    <testcase classname="raft" name="${xmlText(rule)}"`;
  const found = findings.filter((finding) => finding.rule === rule);
  if (verdict === 'unknown') {
    return `${head}>\n      <skipped message="${xmlText(missing ?? 'unknown')}"/>\n    </testcase>`;
  }
  if (found.length === 0) return `${head}/>`;
  const text = found.map(findingLines).join('\n\n');
  // What is only suspicious proves nothing: it is shown, and the case passes.
  const body =
    verdict === 'violated'
      ? `<failure message="${shown(found[0]?.message ?? rule)}">${xmlText(text)}</failure>`
      : `<system-out>${xmlText(text)}</system-out>`;
  return `${head}>\n      ${body}\n    </testcase>`;
}

function findingLines({ message, evidence, causes }: Finding): string {
  const lines = evidence.map((event) => `  ${evidencePlace(event) ?? ''}  ${evidenceWords(event)}`);
  const suspects = causes.map(({ bug, why }) => `  likely: ${bug} (${why})`);
  return [message, ...lines, ...suspects].map((line) => escapeText(line)).join('\n');
}

/** Nothing of a log acts where a page shows it: signs that turn text around are spelled out. */
function shown(text: string): string {
  return xmlText(escapeText(text));
}
