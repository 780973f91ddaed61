import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

const notes = join(import.meta.dirname, '..', '..', '..', '..', 'traces', 'lab-notes');

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

test('a command that fails: its exit code, its log, its last words', async () => {
  const { code, stdout, stderr } = await place.loop('--num', '2', '--', 'sh', '-c', 'exit 3');
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toMatchInlineSnapshot(`
    "✗ Run 1 failed: exit code 3
      log:     .raft-loop/0001/run-1/output.log
      replay:  raft-loop --seed 1 --num 1 -- sh -c 'exit 3'
      also:    run 2

      It printed nothing.

    2 runs of sh -c 'exit 3', 2 failures
    100 % fail; 95 %: 15.8 % to 100 %
    "
  `);
});

test('the end of a log in no known format is shown, harmless on a terminal', async () => {
  const script = 'seq 1 20; printf "\\tpanic: \\033[31mred\\033[0m\\n\\n" >&2; exit 2';
  const { stdout } = await place.loop('--num', '1', '--summary', '--', 'sh', '-c', script);
  expect(stdout.replace(/^(Time:\t+).*/m, '$1...')).toMatchInlineSnapshot(`
    "✗ Run 1 failed: exit code 2
      log:     .raft-loop/0001/run-1/output.log
      replay:  raft-loop --seed 1 --num 1 -- sh -c 'seq 1 20; printf "\\tpanic: \\033[31mred\\033[0m\\n\\n" >&2; exit 2'

      The last 10 lines of its log
        12
        13
        14
        15
        16
        17
        18
        19
        20
          panic: \\u{1b}[31mred\\u{1b}[0m

    Total runs:	1
    Successes:	0
    Failures:	1
    Time:		...

    ┌─────┬──────┬─────────────┐
    │ run │ seed │ why         │
    ├─────┼──────┼─────────────┤
    │ 1   │ 1    │ exit code 2 │
    └─────┴──────┴─────────────┘

    Replay run 1:  raft-loop --seed 1 --num 1 -- sh -c 'seq 1 20; printf "\\tpanic: \\033[31mred\\033[0m\\n\\n" >&2; exit 2'
    "
  `);
});

/** Prints the log of two leaders again and again, and fails for seed 9. */
function loopTwoLeaders(): ReturnType<typeof place.loop> {
  copyFileSync(join(notes, 'two-leaders.log'), join(place.folder, 'two-leaders.log'));
  const script = 'cat two-leaders.log; exit $((RAFT_LOOP_SEED == 9))';
  const args = ['--num', '20', '--seed', '5', '--until-fail', '--json', '--', 'sh', '-c', script];
  return place.loop(...args);
}

test('a log of the lab is explained, and its findings are in the JSON', async () => {
  const { code, stdout, stderr } = await loopTwoLeaders();
  const { failures, ...report } = JSON.parse(stdout);
  const [{ analysis, script: repro, twin, signature, ...failure }] = failures;
  const own = '.raft-loop/0001/run-5';
  expect([code, stderr, repro, twin.passing]).toEqual([1, '', `${own}/repro.sh`, `${own}/twin`]);
  const shown = { ...report, elapsedMs: 0, times: { count: report.times.count } };
  expect({ ...shown, failure }).toMatchInlineSnapshot(`
    {
      "elapsedMs": 0,
      "escaped": [],
      "failed": 1,
      "failure": {
        "bug": null,
        "capsule": null,
        "log": ".raft-loop/0001/run-5/output.log",
        "message": "exit code 1",
        "nodes": [
          "1",
          "3",
        ],
        "replay": "raft-loop --seed 9 --num 1 -- sh -c 'cat two-leaders.log; exit $((RAFT_LOOP_SEED == 9))'",
        "rule": "election-safety",
        "run": 5,
        "scenario": null,
        "seed": 9,
        "term": 2,
        "trace": null,
      },
      "folder": ".raft-loop/0001",
      "interrupted": false,
      "items": [],
      "passed": 4,
      "putBack": 0,
      "rate": {
        "confidence": 0.95,
        "high": 0.716417936118205,
        "low": 0.0050507633794669715,
      },
      "runs": 5,
      "schema": "raft-loop/1",
      "signatures": [
        {
          "rate": {
            "confidence": 0.95,
            "high": 0.716417936118205,
            "low": 0.0050507633794669715,
          },
          "runs": 1,
          "signature": "election-safety, TestManyElections2A",
        },
      ],
      "stopped": "1 failed",
      "times": {
        "count": 5,
      },
      "verdict": "FLAKY",
      "verdicts": {
        "FAIL": 1,
        "PASS": 4,
      },
      "what": "sh -c 'cat two-leaders.log; exit $((RAFT_LOOP_SEED == 9))'",
    }
  `);
  expect(signature).toBe('election-safety, TestManyElections2A');
  expect(analysis.findings[0].causes[0].bug).toBe('stale-vote');
  expect(readdirSync(join(place.folder, '.raft-loop/0001'))).toEqual(['run-5', 'runs.jsonl']);
});

test('what the command leaves in its folder is analysed with its output', async () => {
  const from = join(notes, 'two-leaders.log');
  const script = `cp "${from}" "$RAFT_LOOP_DIR/server.log"; cd /; echo bad; exit 1`;
  const { stdout } = await place.loop('--num', '1', '--json', '--', 'sh', '-c', script);
  const [{ rule, analysis }] = JSON.parse(stdout).failures;
  expect(rule).toBe('election-safety');
  expect(analysis.files.map(({ file }: { readonly file: string }) => file)).toEqual([
    '.raft-loop/0001/run-1/output.log',
    '.raft-loop/0001/run-1/server.log',
  ]);
});

test('failures are told by their kinds, the runs of each in a line', async () => {
  const script = 'exit $((RAFT_LOOP_INDEX % 5 == 0 ? 2 : RAFT_LOOP_INDEX % 3 == 0))';
  const { stdout } = await place.loop('--num', '40', '--', 'sh', '-c', script);
  expect(stdout.match(/^✗ .*|^ {2}also: .*/gm)).toEqual([
    '✗ Run 3 failed: exit code 1',
    '  also:    runs 6, 9, 12, 18, 21, 24, 27, 33 and 2 more',
    '✗ Run 5 failed: exit code 2',
    '  also:    runs 10, 15, 20, 25, 30, 35, 40',
  ]);
  expect(stdout).toContain('\n40 runs of sh -c ');
});

test('many kinds of failures are counted, and ten told', async () => {
  const { code, stdout } = await place.loop('--num', '12', '--', 'exit $RAFT_LOOP_INDEX');
  expect(code).toBe(1);
  expect(stdout.match(/^✗ Run \d+ failed: exit code \d+$/gm)).toHaveLength(10);
  expect(stdout.split('\n').slice(-5)).toEqual([
    '2 more failures are not shown; the logs are in .raft-loop/0001',
    '',
    "12 runs of 'exit $RAFT_LOOP_INDEX', 12 failures",
    '100 % fail; 95 %: 73.5 % to 100 %',
    '',
  ]);
});

test('the replay of a command has its seed, its time limit and its words', async () => {
  const script = 'echo "seed $RAFT_LOOP_SEED"; exit $((RAFT_LOOP_SEED == 8))';
  const args = ['--num', '9', '--seed', '3', '--timeout', '60', '--until-fail'];
  const { stdout } = await place.loop(...args, '--', 'sh', '-c', script, "it's");
  const replay = /replay: {2}(.*)/.exec(stdout)?.[1] ?? '';
  expect(replay).toBe(`raft-loop --seed 8 --num 1 --timeout 60 -- sh -c '${script}' 'it'\\''s'`);
  const again = await place.paste(replay);
  expect(again.code).toBe(1);
  expect(readFileSync(join(place.folder, '.raft-loop/0002/run-1/output.log'), 'utf8')).toBe(
    'seed 8\n',
  );
});

test('runs that pass leave no log', async () => {
  const { code, stdout, stderr } = await place.loop('--num', '20', '--', 'echo', 'fine');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(
    '20 runs of echo fine, 0 failures\n' +
      'With 95 % confidence fewer than 1 run in 7 fails; 9 more clean runs to claim < 1/10\n',
  );
  expect(readdirSync(join(place.folder, '.raft-loop', '0001'))).toEqual(['runs.jsonl']);
});

test('everything after -- is the command', async () => {
  const { stdout } = await place.loop('--num', '1', '--keep', '--', 'echo', '--bogus', '--', 'x');
  expect(stdout).toBe('1 run of echo --bogus -- x, 0 failures\n');
  const log = join(place.folder, '.raft-loop', '0001', 'run-1', 'output.log');
  expect(readFileSync(log, 'utf8')).toBe('--bogus -- x\n');
});

test.each<[readonly string[], number, string]>([
  [['--', '/no/such/command'], 4, 'nothing ran: there is no command "/no/such/command"'],
  [['--num', '0'], 4, 'nothing ran: --num is 0'],
  [['--num', '0', '--', 'true'], 4, 'nothing ran: --num is 0'],
  [['--out', '/dev/null/x', '--', 'true'], 4, "ENOTDIR: not a directory, mkdir '/dev/null/x'"],
  [['--bogus'], 2, 'there is no option --bogus\nTry raft-loop --help.'],
  [
    ['go', 'test'],
    2,
    '"go" means nothing here; a command to loop goes after --\nTry raft-loop --help.',
  ],
])('%j ends with %i', async (args, code, message) => {
  expect(await place.loop(...args)).toEqual({
    code,
    stdout: '',
    stderr: `raft-loop: ${message}\n`,
  });
  expect(existsSync(join(place.folder, '.raft-loop', '0001'))).toBe(false);
});

test('standard error is kept apart where that is wanted, and searched as well', async () => {
  const script = 'echo out; echo err >&2; exit $((RAFT_LOOP_INDEX == 2))';
  const args = ['--num', '2', '--split-output', '-v', '--', 'sh', '-c', script];
  const { stdout, stderr } = await place.loop(...args);
  expect([stdout.startsWith('out\nout\n'), stderr]).toEqual([true, 'err\nerr\n']);
  expect(stdout).toContain('  Its log\n    err\n');
  const kept = join(place.folder, '.raft-loop', '0001', 'run-2');
  const [output, error] = ['output.log', 'error.log'].map((name) => readLog(kept, name));
  expect([output, error]).toEqual(['out\n', 'err\n']);
  const found = await place.loop('--fail-if', '^err$', '--num', '1', ...args.slice(2));
  expect(found.stdout).toContain('the output matches ^err$');
});

function readLog(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}
