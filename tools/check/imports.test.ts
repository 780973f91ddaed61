import { expect, it } from 'vitest';
import { importsOf } from './imports.ts';

it('finds every form of import, and none in comments and strings', () => {
  const text = [
    "import { a } from './a.ts';",
    "import './side-effect.ts';",
    'import {',
    '  b,',
    "} from '@raftlens/trace';",
    "export { c } from './c.ts';",
    "const d = await import('node:fs');",
    "// import './comment.ts';",
    'const text = "import \'./text.ts\'";',
    'const from = f;',
  ].join('\n');
  expect(
    importsOf({ path: 'x.ts', text }).map(({ line, specifier }) => `${line} ${specifier}`),
  ).toEqual(['1 ./a.ts', '2 ./side-effect.ts', '5 @raftlens/trace', '6 ./c.ts', '7 node:fs']);
});
