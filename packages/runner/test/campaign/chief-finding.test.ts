import { type Finding, rules, type Severity } from '@raftlens/invariants';
import { expect, test } from 'vitest';
import { chiefFinding } from '../../src/campaign/chief-finding.ts';

function finding(rule: string, severity: Severity, term = 1): Finding {
  return {
    rule,
    verdict: 'violated',
    severity,
    term,
    nodes: ['n1'],
    message: `${rule} in term ${term}`,
    evidence: [],
    causes: [],
  };
}

const [first, second] = rules.map(({ id }) => id);

test.each<[string, readonly Finding[], string | undefined]>([
  ['nothing', [], undefined],
  ['a warning alone', [finding('no-leader', 'warning')], 'no-leader in term 1'],
  [
    'a violation before the warning of an earlier rule',
    [finding(first ?? '', 'warning'), finding('legal-role-edges', 'violation', 2)],
    'legal-role-edges in term 2',
  ],
  [
    'the earlier rule among violations',
    [finding('legal-role-edges', 'violation'), finding(second ?? '', 'violation')],
    `${second} in term 1`,
  ],
  [
    'the first in time of one rule',
    [finding('election-safety', 'violation', 3), finding('election-safety', 'violation', 4)],
    'election-safety in term 3',
  ],
  [
    'a known rule before an unknown one',
    [finding('made-up', 'violation'), finding('legal-role-edges', 'violation')],
    'legal-role-edges in term 1',
  ],
])('%s', (_, findings, chief) => {
  expect(chiefFinding(findings)?.message).toBe(chief);
});

test('election safety names a run before all other rules', () => {
  expect(first).toBe('election-safety');
});
