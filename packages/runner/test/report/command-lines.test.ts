import { expect, test } from 'vitest';
import { afterwards } from '../../src/report/command-lines.ts';
import { type CommandSummary, createSummaryTally } from '../../src/report/command-summary.ts';

const plain: CommandSummary = {
  ...createSummaryTally().summary(),
  ...{ stopped: undefined, putBack: 0, escaped: [], folder: '.raft-loop/0001' },
};

test.each<[more: Partial<CommandSummary>, lines: readonly string[]]>([
  [{}, []],
  [{ stopped: 'exit code 3' }, ['Stopped: exit code 3']],
  [{ putBack: 2 }, ['Memory was short: runs ended, to be made again: 2']],
  [{ escaped: ['sleep 9', 'yes'] }, ['Escaped from its runs, and ended: sleep 9; yes']],
  [
    { stopped: 'by hand', putBack: 1, escaped: ['yes'] },
    [
      'Stopped: by hand',
      'Memory was short: runs ended, to be made again: 1',
      'Escaped from its runs, and ended: yes',
    ],
  ],
])('after the counts, %j', (more, lines) => {
  expect(afterwards({ ...plain, ...more })).toBe(lines.map((line) => `${line}\n`).join(''));
});
