import { expect, test } from 'vitest';
import { raftAnalyze } from './raft-analyze.ts';

// What people see, whole: look at the difference with their eyes before taking it over.
test.each<[file: string, code: number, args: readonly string[]]>([
  ['two-leaders', 1, ['traces/lab-notes/two-leaders.log']],
  ['no-leader', 1, ['traces/lab-notes/no-leader.log']],
  ['coverage', 1, ['traces/lab-notes/two-leaders.log', '--coverage']],
  ['timeline', 1, ['traces/lab-notes/no-leader.log', '--timeline']],
  [
    'several-files',
    1,
    ['traces/lab-notes/two-leaders.log', 'traces/lab-notes/no-leader.log', 'no-such.log'],
  ],
  ['list-rules', 0, ['--list-rules']],
  ['list-formats', 0, ['--list-formats']],
  ['formats', 0, ['formats']],
  ['help', 0, ['--help']],
])('%s', async (file, code, args) => {
  const outcome = await raftAnalyze(args);
  await expect(outcome.stdout).toMatchFileSnapshot(`outputs/${file}.txt`);
  expect(outcome).toMatchObject({ code, stderr: '' });
});

test('explain', async () => {
  const { code, stdout, stderr } = await raftAnalyze(['--explain', 'election-safety']);
  const [page, bugs = ''] = stdout.split('\nUsual bugs behind it\n');
  await expect(page).toMatchFileSnapshot('outputs/explain.txt');
  // The catalogue of bugs grows; these two are those of the notes.
  expect(bugs).toMatch(/^ {2}stale-vote: /m);
  expect(bugs).toMatch(/^ {2}request-vote-keeps-role: /m);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
