import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { createDiagnosis, type Finding } from '../../src/index.ts';

/** The bugs that the harness's words on a step lead to, behind some lines of that step. */
function named(message: string, before: readonly TraceEvent[] = []): readonly string[] {
  const failed: Finding = {
    ...{ rule: 'test-failed', message: 'the test failed', nodes: [], causes: [] },
    ...{ verdict: 'violated', severity: 'warning' },
    evidence: [{ event: 'test.failed', test: 'chaos', time: 9 }],
  };
  const diagnosis = createDiagnosis([failed]);
  const started = { event: 'trace.started', schema: 'raft-trace/1', producer: 'test' } as const;
  diagnosis.observe({ ...started, clock: 'virtual', time: 0 });
  for (const event of before) diagnosis.observe(event);
  const told = { event: 'test.observed', fact: 'conformance', nodes: ['n1'], message } as const;
  diagnosis.observe({ ...told, time: 5 });
  return diagnosis.explain().flatMap(({ causes }) => causes.map(({ bug }) => bug));
}

const further =
  'n1 in term 2 differs from a correct server after AppendEntriesResponse of term 2 from n3: ' +
  'its progress.1.nextIndex is 7 and should be 6';

test('a nextIndex that goes too far speaks of a snapshot only where one left', () => {
  const snapshot = { event: 'snapshot.sent', node: 'n1', index: 4, to: 'n3' } as const;
  expect(named(further)).toEqual(['hint-points-forward']);
  expect(named(further, [{ ...snapshot, time: 4 }])).toEqual(['hint-points-forward']);
  expect(named(further, [{ ...snapshot, time: 5 }])).toEqual(['snapshot-skips-rest']);
});

test.each([
  ['nextIndex of n2 begins at 4 (Figure 2)', 'lost-snapshot-pauses'],
  ['it takes index 11 for saved before it is (thesis §10.2.1)', 'durable-past-truncation'],
])('a step that Figure 2 does not allow names a bug: %s', (what, bug) => {
  expect(named(`n3 in term 2: ${what}`)).toEqual([bug]);
});
