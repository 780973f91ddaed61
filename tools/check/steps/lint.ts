import { isAbsolute, join, relative } from 'node:path';
import type { Finding } from '../finding.ts';
import { root } from '../root.ts';
import { runProgram } from '../run-program.ts';
import type { Step } from '../step.ts';

const fix = 'run `npm run fix`, and mend what is left';

/** Biome: format, imports in order, and the laws on syntax that biome.json turns on. */
export const lint: Step = {
  name: 'lint',
  run: () =>
    runProgram({
      name: 'biome',
      command: join(root, 'node_modules', '.bin', 'biome'),
      args: ['check', '--reporter=github', '--max-diagnostics=none', '.'],
      readLine: readLintError,
      fix,
    }),
};

/** One line of Biome's report for continuous integration, `::error title=…,file=…,line=…::…`. */
export function readLintError(line: string): Finding | undefined {
  const match = /^::(?:error|warning|notice) (.*?)::(.*)$/.exec(line);
  if (match === null) return undefined;
  const [, properties = '', message = ''] = match;
  const found = new Map(properties.split(',').map((each) => split(each)));
  const number = found.get('line');
  const file = found.get('file') ?? 'biome';
  return {
    path: isAbsolute(file) ? relative(root, file) : file,
    line: number === undefined ? undefined : Number(number),
    what: `${found.get('title') ?? 'lint'}: ${message.replace(/[.:]$/, '')}`,
    fix,
  };
}

function split(property: string): readonly [string, string] {
  const at = property.indexOf('=');
  return [property.slice(0, at), property.slice(at + 1)];
}
