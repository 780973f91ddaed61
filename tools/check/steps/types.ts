import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { root } from '../root.ts';
import { runProgram } from '../run-program.ts';
import type { Step } from '../step.ts';

const fix = 'mend the type';

/** The compiler over the packages, their tests and the tools: tsconfig.json names them all. */
export const types: Step = {
  name: 'types',
  run: () =>
    runProgram({
      name: 'tsc',
      command: join(root, 'node_modules', '.bin', 'tsc'),
      args: ['-b', '--pretty', 'false'],
      readLine: readTypeError,
      fix,
    }),
};

/** One line of the compiler, `path(line,column): error TS…: …`. */
export function readTypeError(line: string): Finding | undefined {
  const match = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/.exec(line);
  if (match === null) return undefined;
  const [, path = '', number, what = ''] = match;
  return { path, line: Number(number), what: what.replace(/\.$/, ''), fix };
}
