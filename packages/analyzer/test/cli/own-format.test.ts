import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { raftAnalyze, repository } from './raft-analyze.ts';

const yaml = 'docs/examples/lab.yaml';
const log = 'docs/examples/lab.log';

test('format try shows line by line what a definition makes of a log', async () => {
  const { stdout, stderr, code } = await raftAnalyze(['format', 'try', yaml, log]);
  expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' });
  // Which rules there are, and what they need, changes with every new rule.
  const [trial = '', rules = ''] = stdout.split('Can be judged: ');
  await expect(trial).toMatchFileSnapshot('outputs/format-try.txt');
  expect(rules).toMatch(/^S1 S2 /);
  expect(rules).toMatch(/^ {2}message\.sent would help to judge /m);
});

test('--format reads a log by a definition, and the rules judge it', async () => {
  const { stdout, code } = await raftAnalyze(['--format', yaml, '--json', log]);
  const { format, findings } = JSON.parse(stdout);
  const found = findings.map(({ rule, evidence }: Finding) => [
    rule,
    ...evidence.map(({ line }) => line),
  ]);
  expect({ code, format, found }).toStrictEqual({
    code: 1,
    format: 'my-lab',
    found: [
      ['election-safety', 21, 26],
      ['double-vote', 19, 24],
    ],
  });
});

interface Finding {
  readonly rule: string;
  readonly evidence: readonly { readonly line: number }[];
}

test('the page shows the example as it is', () => {
  const page = readFileSync(`${repository}/docs/your-own-format.md`, 'utf8');
  expect(page).toContain(readFileSync(`${repository}/${yaml}`, 'utf8').trim());
});

test.each<[what: string, args: readonly string[], stderr: string]>([
  ['an unknown id', ['--format', 'etc', log], 'there is no format "etc": give a file such as'],
  ['a missing file', ['--format', 'no.yaml', log], 'no.yaml: the definition cannot be read'],
  ['a log for a definition', ['--format', log, log], `${log}:`],
  ['no trial yet', ['format'], 'format try takes a definition, then one sample'],
  ['half a trial', ['format', 'try', yaml], 'format try takes a definition, then one sample'],
])('says what is wrong with %s', async (_, args, words) => {
  const { stderr, stdout, code } = await raftAnalyze(args);
  expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(`raft-analyze: ${words}`);
});

test('--format takes the id of a known format too', async () => {
  const stdin = '2021/08/04 15:45:58 1: Election succeeded; I am the leader now\n';
  const { stdout } = await raftAnalyze(['--format', 'nats', '--json', '-'], { stdin });
  expect(JSON.parse(stdout)).toMatchObject({ format: 'nats', counts: { lines: 1, ignored: 1 } });
});
