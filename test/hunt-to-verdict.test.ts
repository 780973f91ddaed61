import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyze, fileSource } from '@raftlens/analyzer';
import { loadCore } from '@raftlens/bugs';
import { createJudge, type Finding, orderFindings } from '@raftlens/invariants';
import { runCampaign, writeTrace } from '@raftlens/loop';
import { findScenario, runTrial } from '@raftlens/sim';
import { renderEvent } from '@raftlens/trace';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftlens-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * What a rule found, without the places of its lines, which only a file has, and without what the
 * diagnosis of a whole file adds: suspects weighed together, a slice, what follows from what.
 */
function told({ rule, verdict, severity, term, nodes, message, evidence, run }: Finding): unknown {
  return {
    rule,
    verdict,
    severity,
    term,
    nodes,
    message,
    run,
    evidence: evidence.map(renderEvent),
  };
}

/** The bugs of the lab notes that break something, with the rules that may name the failure. */
const hunts: readonly (readonly [bug: string, rules: readonly string[]])[] = [
  ['stale-vote', ['election-safety']],
  ['request-vote-keeps-role', ['higher-term-ignored', 'election-safety']],
  ['request-vote-leader-keeps-role', ['higher-term-ignored', 'election-safety']],
  ['no-check-quorum', ['stale-leader']],
  ['stale-heartbeat-loop', ['append-from-leader-only', 'election-safety']],
];

test.each(hunts)('%s is hunted down, and its file tells what the run told', async (bug, rules) => {
  const task = { scenario: '2A', bug };
  const hunt = { ...task, firstSeed: 1, num: 1000, untilFail: true, jobs: 2 };
  const [failure] = (await runCampaign(hunt)).failures;
  if (failure === undefined) throw new Error('nothing failed');
  expect(rules).toContain(failure.rule);

  const path = join(folder, 'trace.jsonl');
  const traced = await writeTrace({ ...task, seed: failure.seed, path });
  expect(traced.failure).toEqual(failure);
  const analysis = await analyze([fileSource(path)]);
  expect([analysis.format, analysis.counts.broken]).toEqual(['raft-trace', 0]);

  const scenario = findScenario(task.scenario);
  if (scenario === undefined) throw new Error('no such scenario');
  const judge = createJudge();
  runTrial({ scenario, seed: failure.seed, core: await loadCore(bug), observe: judge.observe });
  const online = judge.finish();
  expect(analysis.findings.map(told)).toEqual(orderFindings(online.findings).map(told));
  // What would make a rule decidable is known of a format, not of a run.
  const coverage = analysis.coverage.map(({ remedy: _, ...each }) => each);
  expect(coverage).toEqual(online.coverage);
  expect(analysis.leaders).toEqual(online.leaders);
  expect(analysis.findings[0]?.causes.map((suspect) => suspect.bug)).toContain(bug);
});

test('append-entries-keeps-vote harms nobody in 200 runs', async () => {
  const task = { scenario: '2A', bug: 'append-entries-keeps-vote' };
  const result = await runCampaign({ ...task, firstSeed: 1, num: 200, untilFail: true, jobs: 2 });
  expect(result).toMatchObject({ runs: 200, failures: [], interrupted: false });
  // Runs in which nobody is elected would show nothing.
  expect(result.touched).toMatchObject({ vacuous: 0, verified: 0 });
});
