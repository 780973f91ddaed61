import { loadCore } from '@raftlens/bugs';
import { core } from '@raftlens/core';
import { createDiagnosis, createJudge, type Finding, orderFindings } from '@raftlens/invariants';
import { runSeed } from '@raftlens/loop';
import { findScenario, findStrategy } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

const scenario = findScenario('chaos');
const strategy = findStrategy('portfolio');
if (scenario === undefined || strategy === undefined) throw new Error('there is no chaos');
const chaos = { scenario, strategy };

const cleanSeeds = 80;

test('what the correct core does looks like no bug', () => {
  const seen: string[] = [];
  for (let seed = 1; seed <= cleanSeeds; seed += 1) {
    // As if the test had failed at the end: every sign then counts in full.
    const diagnosis = createDiagnosis([failedAt(Number.MAX_SAFE_INTEGER)]);
    runSeed({ ...chaos, core, seed, observe: diagnosis.observe });
    const [finding] = diagnosis.explain();
    for (const { bug, why } of finding?.causes ?? []) seen.push(`seed ${seed}: ${bug}: ${why}`);
  }
  expect(seen).toStrictEqual([]);
});

/** Bugs whose signs are of different kinds, with a seed by which the bug fails a run. */
const named: readonly (readonly [bug: string, seed: number])[] = [
  ['stale-ack', 4],
  ['configuration-on-commit', 2],
  ['snapshot-loses-joint', 10],
  ['pre-vote-binds', 2],
  ['match-kept-across-terms', 4],
  ['step-down-clears-vote', 8],
  ['restart-ignores-snapshot', 1001],
  ['heartbeats-too-rare', 1],
  ['leader-keeps-election-timer', 70_000_001],
  ['reply-with-request-term', 70_000_001],
  ['inflight-never-freed', 1020],
  ['no-persist-log', 1],
  ['truncation-not-saved', 14],
  ['ack-counts-new-only', 70_000_002],
  ['deposed-leader-never-waits', 1],
  ['joint-counts-old-half', 2],
  ['no-op-of-old-term', 1001],
  ['candidate-claims-own-term', 1003],
  ['candidate-offers-commit-index', 1002],
  ['answer-begets-append', 1030],
  ['rejection-starts-over', 1001],
  ['one-step-back', 1],
  ['commit-needs-last', 1001],
  ['prev-term-of-next', 1001],
  ['snapshot-acks-whole-log', 1001],
  ['snapshot-ignored-by-longer-log', 1001],
  ['snapshot-of-last-term', 1001],
  ['heartbeats-too-often', 1001],
  ['pre-vote-counts-refusals', 2],
  ['pre-vote-answer-term-ignored', 2],
  ['restart-forgets-leader', 1004],
  ['lease-back-after-transfer', 2],
  ['transfer-by-pre-vote', 2],
  ['snapshot-skips-rest', 991_001_060],
  ['swap-in-one-step', 991_000_010],
  ['change-many-at-once', 991_000_006],
  ['votes-without-self', 983_000_001],
  ['commit-by-two', 983_000_001],
];

test.each(named)('%s is named by the trace of seed %i alone', async (bug, seed) => {
  const events: TraceEvent[] = [];
  const patched = await loadCore(bug);
  runSeed({ ...chaos, core: patched, seed, observe: (event) => events.push(event) });
  const judge = createJudge();
  for (const event of events) judge.observe(event);
  const diagnosis = createDiagnosis(orderFindings(judge.finish().findings));
  for (const event of events) diagnosis.observe(event);
  const chief = diagnosis.explain().find((each) => each.story === 1 && !each.consequenceOf);
  expect(chief?.causes[0]?.bug).toBe(bug);
});

function failedAt(time: number): Finding {
  const evidence: readonly TraceEvent[] = [{ event: 'test.failed', test: 'chaos', time }];
  const said = { rule: 'test-failed', message: 'the test failed', nodes: [], causes: [] };
  return { ...said, verdict: 'violated', severity: 'warning', evidence };
}
