import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { raftAnalyze, repository } from './raft-analyze.ts';

test.each<[args: readonly string[], message: string]>([
  [['trace.jsonl', '--tmieline'], 'there is no option --tmieline; did you mean --timeline?'],
  [[], 'no file is named; - is standard input'],
  [
    ['--explain', 'election-saftey'],
    'there is no rule "election-saftey"; did you mean election-safety?',
  ],
])('says what is wrong with %j', async (args, message) => {
  const { code, stdout, stderr } = await raftAnalyze(args);
  expect(stderr).toBe(`raft-analyze: ${message}\nTry raft-analyze --help.\n`);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('tells its version', async () => {
  const manifest = await readFile(join(repository, 'packages/analyzer/package.json'), 'utf8');
  const { version } = JSON.parse(manifest);
  expect(await raftAnalyze(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('prints a completion script, which can ask for the options', async () => {
  const script = await raftAnalyze(['completion']);
  expect(script.stdout).toContain('raft-analyze --get-yargs-completions');
  expect(script).toMatchObject({ code: 0, stderr: '' });

  const options = await raftAnalyze(['--get-yargs-completions', 'raft-analyze', '--list']);
  expect(options.stdout.split('\n')).toEqual(expect.arrayContaining(['--list-rules']));
  // Nothing leaves the shell to complete the names of files.
  const files = await raftAnalyze(['--get-yargs-completions', 'raft-analyze', 'tra']);
  expect({ ...files, stdout: files.stdout.trim() }).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('says which of the servers and runs asked for are not in the log', async () => {
  const log = 'traces/lab-notes/two-leaders.log';
  const { code, stderr } = await raftAnalyze([log, '--node', '1,9', '--run', 'TestB']);
  expect(code).toBe(1);
  expect(stderr.split('\n')[0]).toMatch(/^raft-analyze: no line is of a server 9; there are 1, 3/);
  expect(stderr.split('\n')[1]).toMatch(/^raft-analyze: no line is of a run TestB/);
  const asked = await raftAnalyze(['votes', log, '--node', '1']);
  expect(asked).toMatchObject({ code: 0, stderr: '' });
});

test('compares a run with itself where both names say so', async () => {
  const log = 'traces/lab-notes/two-leaders.log';
  const { code, stdout } = await raftAnalyze(['diff', log, log]);
  expect(stdout).toMatch(/^No server does anything otherwise/);
  expect(code).toBe(0);
});
