import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { goEnvironment } from './go-environment.ts';

const root = join(import.meta.dirname, '..', '..');

let home = '';
let project = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'raftlens-go-'));
  project = join(home, 'raft');
  cpSync(join(import.meta.dirname, 'go-flaky'), project, { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs raft-loop from its sources in the Go project. */
function raftLoop(...args: readonly string[]): Ended {
  const cli = join(root, 'packages', 'runner', 'src', 'cli.ts');
  return spawnSync(process.execPath, ['--conditions=raftlens-source', cli, ...args], {
    cwd: project,
    env: goEnvironment(home),
    encoding: 'utf8',
  });
}

/** In the folder of the package, and with packages named, where Go would keep results. */
const commands = [
  ['go', 'test', '-run', '2A'],
  ['go', 'test', '-run', '2A', './...'],
  // As it stands in the lab notes, behind `loop`.
  ['go test -run 2A'],
];

test.each(commands.map((command) => [command] as const))(
  '%j stops at the run that fails, and is explained',
  (command) => {
    const { status, stdout, stderr } = raftLoop(
      ...['--num', '20', '--until-fail', '--json', '--', ...command],
    );
    const report = JSON.parse(stdout);
    expect([status, stderr]).toEqual([1, '']);
    expect([report.runs, report.passed, report.failed]).toEqual([7, 6, 1]);
    const [failure] = report.failures;
    expect([failure.run, failure.seed, failure.rule, failure.term, failure.nodes]).toEqual([
      ...[7, 7, 'election-safety', 2],
      ['1', '3'],
    ]);
    expect(failure.replay).toMatch(/ --seed 7 --num 1 -- '?go test -run 2A( \.\/\.\.\.)?'?$/);
    expect(failure.analysis.findings[0].causes[0].bug).toBe('stale-vote');
    const log = readFileSync(join(project, failure.log), 'utf8');
    expect(log.split('\n')).toContain('    config.go:19: term 2 has 2 (>1) leaders');
  },
  120_000,
);

test('for people, the rule, its lines and the likely bug are told', () => {
  const { status, stdout } = raftLoop('--seed', '7', '--num', '1', '--', 'go', 'test');
  expect(status).toBe(1);
  expect(stdout).toContain('✗ Run 1 failed: election-safety\n  exit code 1\n');
  expect(stdout).toContain(':4  ');
  expect(stdout).toContain("3: Election succeeded; I'm a leader now\n");
  expect(stdout).toContain('    stale-vote (');
  expect(stdout).toMatch(/\n1 run of go test, 1 failure\n$/);
}, 120_000);

test('a test that has passed runs again', () => {
  const args = ['--num', '2', '--keep', '--json', '--', 'go', 'test', '-run', '2B', './...'];
  expect(JSON.parse(raftLoop(...args).stdout).passed).toBe(2);
  for (const run of ['run-1', 'run-2']) {
    const log = readFileSync(join(project, '.raft-loop', '0001', run, 'output.log'), 'utf8');
    expect(log).toMatch(/\nPASS\n$/);
  }
}, 120_000);

test('a test is built once: what changes later changes nothing', () => {
  const spoil = 'echo broken > config.go';
  const args = ['--num', '3', '--prepare', spoil, '--json', '--', 'go', 'test', '-run', '2B'];
  expect(JSON.parse(raftLoop(...args).stdout)).toMatchObject({ runs: 3, passed: 3 });
}, 120_000);

test('a test that does not compile shows what the compiler says, and nothing is run', () => {
  rmSync(join(project, 'config.go'));
  const { status, stdout, stderr } = raftLoop('--num', '20', '--until-fail', '--', 'go', 'test');
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toContain('raft-loop: nothing ran: what is done once before all runs failed\n');
  expect(stderr).toContain('undefined: checkOneLeader\n');
}, 120_000);

test('unless it is built each time, as a run like any other', () => {
  rmSync(join(project, 'config.go'));
  const { status, stdout } = raftLoop('--num', '1', '--no-compile', '--', 'go', 'test');
  expect(status).toBe(1);
  expect(stdout).toContain('✗ Run 1 failed: exit code 1\n');
  expect(stdout).toContain('undefined: checkOneLeader\n');
}, 120_000);

test('a bisect builds each commit once, and what does not build says nothing', () => {
  const git = (...args: readonly string[]): string => {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
    return spawnSync('git', [...who, ...args], { cwd: project, encoding: 'utf8' }).stdout.trim();
  };
  const config = readFileSync(join(project, 'raft_test.go'), 'utf8');
  const versions = [
    config.replace('seed()%7', 'seed()%1000003'),
    'package raft\n\nfunc broken(',
    config.replace('seed()%7', 'seed()%1000003+0'),
    config,
    `${config}// newer\n`,
  ];
  git('init', '--quiet');
  const commits = versions.map((text, at) => {
    writeFileSync(join(project, 'raft_test.go'), text);
    git('add', '.');
    git('commit', '--quiet', '-m', `Version ${at}`);
    return git('rev-parse', 'HEAD');
  });
  const [good = '', broken = '', , culprit, bad = ''] = commits;
  const args = ['bisect', good, bad, '--rate', '1/7', '--json', '--', 'go', 'test', '-run', '2A'];
  const { status, stdout, stderr } = raftLoop(...args);
  const { result, commits: likeliest } = JSON.parse(stdout);
  expect([status, result, likeliest[0].hash]).toEqual([0, 'found', culprit]);
  expect(stderr).not.toMatch(new RegExp(`${broken.slice(0, 12)}: .* failed`));
}, 120_000);

test('of the settings that it is tried under, the race detector finds a race', () => {
  writeFileSync(join(project, 'race_test.go'), raceTest);
  const args = ['--perturb', 'go,race', '--num', '100', '--json'];
  const { status, stdout } = raftLoop(...args, '--', 'go', 'test', '-run', 'TestRacy2D');
  const { settings, confirmed, folder } = JSON.parse(stdout);
  expect([status, confirmed.name, confirmed.verdict]).toEqual([1, '-race', 'faster']);
  expect(settings.at(-1).command).toEqual(['go', 'test', '-race', '-run', 'TestRacy2D']);
  const log = readFileSync(join(project, folder, 'race', 'run-1', 'output.log'), 'utf8');
  expect(log).toContain('WARNING: DATA RACE');
}, 240_000);

const raceTest = `package raft

import (
	"sync"
	"testing"
)

func TestRacy2D(t *testing.T) {
	count := 0
	var both sync.WaitGroup
	for i := 0; i < 2; i++ {
		both.Add(1)
		go func() {
			count++
			both.Done()
		}()
	}
	both.Wait()
}
`;
