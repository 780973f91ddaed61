import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

let project = '';
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'raftlens-cargo-'));
  cpSync(join(import.meta.dirname, 'cargo-flaky'), project, { recursive: true });
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function raftLoop(...args: readonly string[]) {
  const cli = join(root, 'packages', 'runner', 'src', 'cli.ts');
  const program = ['--conditions=raftlens-source', cli, ...args];
  return spawnSync(process.execPath, program, { cwd: project, encoding: 'utf8' });
}

/** Broken before each run, but for what was built before the first. */
const spoiled = ['--prepare', 'echo broken > src/lib.rs'];

test.each([
  [['cargo', 'test']],
  [['cargo test 2a']],
  [['cargo', 'test', '--test', 'election', '--', '--nocapture']],
])(
  '%j is built once, and stops at the run that fails',
  (command) => {
    const { status, stdout, stderr } = raftLoop(
      ...['--num', '20', '--until-fail', '--json', ...spoiled, '--', ...command],
    );
    expect([status, stderr]).toEqual([1, '']);
    const report = JSON.parse(stdout);
    expect([report.runs, report.passed, report.failed]).toEqual([7, 6, 1]);
    const [{ signature }] = report.signatures;
    expect(signature).toBe('re_election_2a, term # has # (>#) leaders');
    const log = readFileSync(join(project, report.failures[0].log), 'utf8');
    expect(log).toContain('test re_election_2a ... FAILED\n');
  },
  240_000,
);

test('examples in the documentation are tests that cargo has to run', () => {
  appendFileSync(
    join(project, 'src', 'lib.rs'),
    '/// ```\n/// assert!(false);\n/// ```\npub fn x() {}\n',
  );
  const { status, stdout } = raftLoop('--num', '1', '--json', '--', 'cargo', 'test');
  const [failure] = JSON.parse(stdout).failures;
  expect(status).toBe(1);
  expect(readFileSync(join(project, failure.log), 'utf8')).toContain('Doc-tests raft');
}, 240_000);

test('what does not compile shows what the compiler says, and nothing is run', () => {
  writeFileSync(join(project, 'src', 'lib.rs'), 'broken');
  const { status, stdout, stderr } = raftLoop('--num', '20', '--', 'cargo', 'test');
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toContain('could not compile `raft`');
}, 240_000);
