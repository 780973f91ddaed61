import { expect, test } from 'vitest';
import { raftAnalyze } from './raft-analyze.ts';

const log = [
  'raft2026/11/23 03:16:58 INFO: 1 became follower at term 1',
  'raft2026/11/23 03:16:58 INFO: 1 sings a song at term 1',
  'raft2026/11/23 03:16:59 INFO: 1 sings a song at term 2\u001b[2J',
  'raft2026/11/23 03:17:00 INFO: 1 sings a song at term 3',
  'raft2026/11/23 03:1',
  'GET / 200',
  '',
].join('\n');

test('shows what gave no event, by kind, with the first lines of each', async () => {
  const { stdout, code } = await raftAnalyze(['--unparsed', '-'], { stdin: log });
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "standard input: etcd-text, 6 lines: 1 with events, 4 ignored, 1 broken
      1 time stamp cut short
        1 × raft# #
          standard input:5: raft2026/11/23 03:1
      3 Raft, in unknown words
        3 × raft# # INFO: # sings a song at term #
          standard input:2: raft2026/11/23 03:16:58 INFO: 1 sings a song at term 1
          standard input:3: raft2026/11/23 03:16:59 INFO: 1 sings a song at term 2\\u{1b}[2J
      1 not of Raft
    "
  `);
});

test('a long line stands below its place, with its tabs as spaces', async () => {
  const long = `raft2026/11/23 03:16:58 INFO: 1 sings\ta song at term 1 ${'and on '.repeat(20)}`;
  const { stdout } = await raftAnalyze(['--unparsed', '-'], { stdin: `${log}${long}\n` });
  expect(stdout.split('\n').slice(8, 11).join('\n')).toMatchInlineSnapshot(`
    "    1 × raft# # INFO: # sings a song at term # and on and on and on and on and on and on and on an
          standard input:7:
            raft2026/11/23 03:16:58 INFO: 1 sings a song at term 1 and on and on and on and on and on a…"
  `);
});

test('--json has it too', async () => {
  const { stdout } = await raftAnalyze(['--unparsed', '--json', '-'], { stdin: log });
  const { files } = JSON.parse(stdout);
  expect(files[0].reasons).toStrictEqual({
    'Raft, in unknown words': 3,
    'time stamp cut short': 1,
    'not of Raft': 1,
  });
  expect(files[0].unparsed[0]).toMatchObject({ why: 'Raft, in unknown words', lines: 3 });
});
