import { expect, test } from 'vitest';
import { untouched } from '../../src/campaign/campaign-tally.ts';
import type { FailureReport } from '../../src/report/failure-report.ts';
import type { LoopReport } from '../../src/report/loop-report.ts';
import { reportJson } from '../../src/report/report-json.ts';
import { reportText } from '../../src/report/report-text.ts';

const page = { width: 100, colour: false, summary: true };
const line = { ...page, summary: false };

const report: LoopReport = {
  what: '2A with stale-vote',
  runs: 30,
  failed: 0,
  elapsedMs: 12,
  failures: [],
  folder: undefined,
  touched: undefined,
  spans: undefined,
  interrupted: false,
};

const byRule: FailureReport = {
  run: 3,
  seed: 12,
  scenario: '2A',
  bug: 'stale-vote',
  rule: 'election-safety',
  term: 7,
  nodes: ['n1', 'n4'],
  message: 'n1 and n4 were both leader in term 7; a term has at most one leader',
  log: undefined,
  tail: undefined,
  trace: '.raft-loop/2A-stale-vote-seed-12/trace.jsonl',
  replay: 'raft-loop --scenario 2A --bug stale-vote --seed 12 --num 1',
  capsule: undefined,
  analysis: undefined,
};

const byTest: FailureReport = {
  ...byRule,
  run: 11,
  seed: 20,
  rule: undefined,
  term: undefined,
  nodes: [],
  message: 'TestReElection2A: expected one leader, got none',
  replay: 'raft-loop --scenario 2A --bug stale-vote --seed 20 --num 1',
};

test('failures with and without a rule stand in one table', async () => {
  const text = await reportText({ ...report, failed: 2, failures: [byRule, byTest] }, page);
  expect(text).toMatchInlineSnapshot(`
    "✗ Run 3 (seed 12) failed: election-safety
      n1 and n4 were both leader in term 7; a term has at most one leader
      trace:   .raft-loop/2A-stale-vote-seed-12/trace.jsonl
      replay:  raft-loop --scenario 2A --bug stale-vote --seed 12 --num 1

    ✗ Run 11 (seed 20) failed: TestReElection2A: expected one leader, got none
      trace:   .raft-loop/2A-stale-vote-seed-12/trace.jsonl
      replay:  raft-loop --scenario 2A --bug stale-vote --seed 20 --num 1

    Total runs:	30
    Successes:	28
    Failures:	2

    ┌─────┬──────┬─────────────────────────────────────────────────┬──────┬─────────┐
    │ run │ seed │ rule                                            │ term │ servers │
    ├─────┼──────┼─────────────────────────────────────────────────┼──────┼─────────┤
    │ 3   │ 12   │ election-safety                                 │ 7    │ n1, n4  │
    │ 11  │ 20   │ TestReElection2A: expected one leader, got none │      │         │
    └─────┴──────┴─────────────────────────────────────────────────┴──────┴─────────┘

    Replay run 3:  raft-loop --scenario 2A --bug stale-vote --seed 12 --num 1
    6.7 % fail; 95 %: 0.82 % to 22.1 %
    "
  `);
});

test('an interrupted loop says so, in the summary and without it', async () => {
  const interrupted = { ...report, interrupted: true };
  expect([
    await reportText(interrupted, page),
    await reportText(interrupted, line),
  ]).toMatchInlineSnapshot(`
    [
      "Total runs:	30
    Successes:	30
    Failures:	0
    Interrupted: not all runs were made.
    With 95 % confidence fewer than 1 run in 10 fails; 269 more clean runs to claim < 1/100
    ",
      "30 runs of 2A with stale-vote, 0 failures (interrupted)
    With 95 % confidence fewer than 1 run in 10 fails; 269 more clean runs to claim < 1/100
    ",
    ]
  `);
});

test('spans are counted, and a loss has its reason', async () => {
  const spans = { created: 9, exported: 4, lost: 5, why: 'connection refused' };
  expect(await reportText({ ...report, spans }, line)).toBe(
    '30 runs of 2A with stale-vote, 0 failures\n' +
      'With 95 % confidence fewer than 1 run in 10 fails; 269 more clean runs to claim < 1/100\n' +
      'Spans: 9 created, 4 exported, 5 lost (connection refused)\n',
  );
});

test.each([
  [30, 'fewer than 1 run in 10 fails; 269 more clean runs to claim < 1/100'],
  [1_000, 'fewer than 1 run in 334 fails; 48 more clean runs to claim < 1/350'],
  [
    1_000_000,
    'fewer than 1 run in 333,808 fails; 1,995,731 more clean runs to claim < 1/1,000,000',
  ],
])('%i clean runs prove a bound', async (runs, words) => {
  expect(await reportText({ ...report, runs }, line)).toBe(
    `${runs} runs of 2A with stale-vote, 0 failures\nWith 95 % confidence ${words}\n`,
  );
});

test('one run proves nothing, and no more do runs of which one failed', async () => {
  const one = await reportText({ ...report, runs: 1 }, line);
  const failed = await reportText({ ...report, failed: 1, failures: [byTest] }, line);
  expect(`${one}${failed}`).not.toContain('confidence');
});

test('what was touched is told after what it proves, and with a summary in a table', async () => {
  const faults = { loss: 7, crash: 2 };
  const touched = { ...untouched, reached: { election: 31 }, faults, vacuous: 2 };
  const brief = await reportText({ ...report, touched }, line);
  const lines = brief.split('\n').filter((each) => !each.startsWith(' '));
  expect(lines.map((each) => each.replace(/(\d+ parts of Raft|:).*/, '...'))).toEqual([
    '30 runs of 2A with stale-vote, 0 failures',
    'With 95 % confidence fewer than 1 run in 10 fails; 269 more clean runs to claim < 1/100',
    'Reached 1 of ...',
    '2 kinds of faults struck 9 times',
    '2 runs were vacuous...',
    '',
  ]);
  expect(await reportText({ ...report, touched }, page)).toMatch(/^│ election +│ 31 +│/m);
});

test('more than ten failures are counted', async () => {
  const failures = Array.from({ length: 10 }, (_, index) => ({ ...byTest, run: index + 1 }));
  const one = await reportText({ ...report, failed: 11, failures }, page);
  const many = await reportText({ ...report, failed: 40, failures, folder: 'logs/0001' }, page);
  expect(one).toContain('\n1 more failure is not shown\n');
  expect(many).toContain('\n30 more failures are not shown; the logs are in logs/0001\n');
});

test('what was run, and what a failure says, cannot command the terminal', async () => {
  const what = `sh -c '\u001b[2J${'x'.repeat(200)}'`;
  const failure = { ...byTest, message: 'said \u001b[31m', trace: 'a\u001b[2Jb' };
  const text = await reportText({ ...report, what, failed: 1, failures: [failure] }, line);
  expect(text).not.toContain('\u001b');
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(110);
});

test('in JSON what is not known is null', () => {
  expect(reportJson({ ...report, failed: 1, failures: [byTest] })).toEqual({
    schema: 'raft-loop/1',
    what: '2A with stale-vote',
    runs: 30,
    passed: 29,
    failed: 1,
    rate: {
      low: expect.closeTo(0.000_844, 6),
      high: expect.closeTo(0.172_169, 6),
      confidence: 0.95,
    },
    elapsedMs: 12,
    interrupted: false,
    failures: [
      {
        run: 11,
        seed: 20,
        scenario: '2A',
        bug: 'stale-vote',
        rule: null,
        term: null,
        nodes: [],
        message: 'TestReElection2A: expected one leader, got none',
        log: null,
        trace: '.raft-loop/2A-stale-vote-seed-12/trace.jsonl',
        replay: 'raft-loop --scenario 2A --bug stale-vote --seed 20 --num 1',
        capsule: null,
        analysis: null,
      },
    ],
  });
});

test('in JSON clean runs have what they prove, and runs that were cut short do not', () => {
  const proves = { confidence: 0.95, failureRateBelow: expect.closeTo(0.095_034, 6) };
  const { failures, ...clean } = reportJson(report);
  expect([failures, clean.proves]).toEqual([[], proves]);
  expect(reportJson({ ...report, interrupted: true })).not.toHaveProperty('proves');
});

test('in JSON stand what was touched and the spans, where they are known', () => {
  const touched = { ...untouched, reached: { election: 31 }, verified: 3 };
  expect(reportJson({ ...report, touched })).toHaveProperty('touched', touched);
  for (const name of ['touched', 'spans']) expect(reportJson(report)).not.toHaveProperty(name);
  const spans = { created: 2, exported: 1, lost: 1 };
  expect(reportJson({ ...report, spans })).toMatchObject({ failures: [], spans });
});
