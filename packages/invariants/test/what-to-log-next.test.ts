import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { whatToLogNext } from '../src/what-to-log-next.ts';

const failed: TraceEvent = { event: 'test.failed', time: 2, test: 'chaos', message: 'it failed' };

function advice(rule: string, evidence: readonly TraceEvent[]): string | undefined {
  return whatToLogNext({ rule, severity: 'warning', evidence }, []);
}

test('a test that fails for no known cause needs more lines', () => {
  expect(advice('test-failed', [failed])).toContain('log role.changed, vote.granted');
});

test.each(['conformance', 'figure-2'])('what the harness saw as %s needs none', (fact) => {
  const seen: TraceEvent = { event: 'test.observed', time: 1, fact, message: 'n1 differs' };
  expect(advice('test-failed', [seen, failed])).toContain('The harness saw the step itself');
});

test('a rule that only warns asks for nothing', () => {
  expect(advice('stale-leader', [failed])).toBeUndefined();
});

test('kinds of lines that signs would need, and that the log never has, are named', () => {
  const finding = { rule: 'test-failed', severity: 'warning', evidence: [failed] } as const;
  const words = whatToLogNext(finding, [], new Set(['vote.received', 'config.appended']));
  expect(words).toContain('as this log has no config.appended, vote.received.');
});
