import { createDiagnosis, type Finding, type Suspect } from '../../src/index.ts';
import { script } from '../trace-script.ts';

/** What the signs of a trace lead to where its test failed at the end, the likeliest first. */
export function suspects(text: string): readonly string[] {
  return causesOf(text, []).map(({ bug, why }) => `${bug}: ${why}`);
}

/** What signs make of the suspects that the failed test itself leads to. */
export function causesOf(text: string, causes: readonly Suspect[]): readonly Suspect[] {
  const events = script(`trace.started clock=virtual nodes=n1,n2,n3\n${text}`);
  const failed: Finding = {
    ...{ rule: 'test-failed', message: 'the test failed', nodes: [], causes },
    ...{ verdict: 'violated', severity: 'warning' },
    evidence: [{ event: 'test.failed', test: 'chaos', time: Number.MAX_SAFE_INTEGER }],
  };
  const diagnosis = createDiagnosis([failed]);
  for (const event of events) diagnosis.observe(event);
  return diagnosis.explain().flatMap((finding) => finding.causes);
}
