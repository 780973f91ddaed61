import { runProgram } from '../run-program.ts';
import type { Step } from '../step.ts';

const fix = 'run `npm run fix`, and commit it';

/** Files that a program writes are what it would write now. */
export const generated: Step = {
  name: 'generated files are fresh',
  run: () =>
    runProgram({
      name: 'tools/generate/generate.ts',
      command: process.execPath,
      args: ['tools/generate/generate.ts', '--check'],
      readLine: (line) => {
        const path = /^(\S+) is stale\b/.exec(line)?.[1];
        return path === undefined ? undefined : { path, what: 'is stale', fix };
      },
      fix,
    }),
};
