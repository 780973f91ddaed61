import type { Finding } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { createLogSpans } from '../../src/decide/log-spans.ts';
import { weighSpans } from '../../src/decide/weigh-spans.ts';

const leads = (file: string, time: number, node: string): TraceEvent => ({
  event: 'role.changed',
  time,
  node,
  to: 'leader',
  at: { file, line: 1 },
});

/** What two leaders in one term are worth, by these logs. */
function verdictOn(one: TraceEvent, other: TraceEvent, more: readonly TraceEvent[] = []): string {
  const spans = createLogSpans([['b.log.1', 'b.log']]);
  spans.see([one, other, ...more]);
  const finding: Finding = {
    rule: 'election-safety',
    verdict: 'violated',
    severity: 'violation',
    nodes: [one.node ?? '', other.node ?? ''],
    message: 'both led term 2',
    evidence: [one, other],
    causes: [],
  };
  return weighSpans(finding, {
    areApart: spans.areApart,
    isNamedAfter: (node, file) => file.startsWith(node),
  }).verdict;
}

const minute = 60_000;

test('two leaders in logs of which one was over long before are suspicious, by their files', () => {
  expect(verdictOn(leads('a.log', 0, 'a'), leads('b.log', minute, 'b'))).toBe('suspicious');
});

test('they are proven where the logs overlap, or the lines say who they are', () => {
  const [one, other] = [leads('a.log', 0, 'a'), leads('b.log', minute, 'b')];
  expect(verdictOn(one, other, [leads('a.log', 2 * minute, 'a')])).toBe('violated');
  expect(verdictOn(one, leads('b.log', 1000, 'b'))).toBe('violated');
  expect(verdictOn(one, other, [leads('b.log.1', 0, 'b')])).toBe('violated');
  expect(verdictOn(leads('a.log', 0, '8e9e'), leads('b.log', minute, '91bc'))).toBe('violated');
});
