import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { goEnvironment } from './go-environment.ts';

const root = join(import.meta.dirname, '..', '..');

let home = '';
let project = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'raftlens-lab-'));
  project = join(home, 'raft');
  cpSync(join(import.meta.dirname, 'go-lab'), project, { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function raftLoop(...args: readonly string[]) {
  const cli = join(root, 'packages', 'runner', 'src', 'cli.ts');
  return spawnSync(process.execPath, ['--conditions=raftlens-source', cli, ...args], {
    ...{ cwd: project, env: goEnvironment(home), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  });
}

/** What a slow machine may make of a test in real time, such as no election in time, is none. */
const hunt = ['-p', '10', '--failure', '>1'];
const lab = ['--', 'go', 'test', '-run', '2A'];

/**
 * A lab in real time that about one run in fifty fails, as votes are counted too late. Of 2,000
 * runs that all pass there is one chance in 10^17.
 */
test('a flake of one run in fifty is hunted down', () => {
  const goal = ['--num', '2000', '--until-fail', '--repro', '20', '--json'];
  const { status, stdout, stderr } = raftLoop(...hunt, ...goal, ...lab);
  expect([status, stderr]).toEqual([1, '']);
  const report = JSON.parse(stdout);
  const [failure] = report.failures;
  const { analysis, twin, reproduced } = failure;

  // Found, and named by what it broke.
  expect(report.stopped).toBe('1 failed');
  expect(report.signatures[0].signature).toBe('election-safety, TestReElection2A');
  expect(failure.rule).toBe('election-safety');

  // Analysed: the two who led, and the lines that prove it.
  const log = readFileSync(join(project, failure.log), 'utf8').split('\n');
  const [finding] = analysis.findings;
  expect(failure.nodes).toHaveLength(2);
  expect(finding.evidence).toHaveLength(2);
  for (const { line } of finding.evidence) {
    expect(log[line - 1]).toContain(`Achieved Majority for T${failure.term}, converting`);
  }

  // With an interval, exact whenever it stopped.
  expect(report.rate.low).toBeGreaterThan(0);
  expect(report.rate.high).toBeLessThan(1);

  // Beside a run that passed, if one did before it.
  if (report.passed > 0) {
    expect(existsSync(join(project, twin.passing, 'output.log'))).toBe(true);
    expect(twin.comparison.kind).toMatch(/^(diverges|alike)$/);
  }

  // And to be made again, by a script that was tried.
  expect(readFileSync(join(project, failure.script), 'utf8')).toContain('go test -run 2A\n');
  expect(reproduced.runs).toBeGreaterThan(0);
}, 600_000);

test('the tests without the bug pass, also many at a time', () => {
  const args = ['--num', '30', '-p', '4', '--failure', '>1|commit index', '--json'];
  const { stdout } = raftLoop(...args, '--', 'go', 'test', '-run', 'Initial|2B');
  expect(JSON.parse(stdout)).toMatchObject({ failed: 0, runs: 30 });
}, 600_000);
