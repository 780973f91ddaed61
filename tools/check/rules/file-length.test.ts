import { testRule } from '../rule-table.ts';
import { fileLength } from './file-length.ts';

const line = 'x;\n';

testRule(fileLength, [
  { title: 'allows 400 lines', path: 'tools/x.ts', text: line.repeat(400), finds: [] },
  {
    title: 'finds the line after',
    path: 'tools/x.mjs',
    text: line.repeat(401),
    finds: ['401 lines, of 400 at most'],
  },
  { title: 'leaves generated files', path: 'x.gen.ts', text: line.repeat(500), finds: [] },
  { title: 'leaves pages', path: 'docs/x.md', text: line.repeat(500), finds: [] },
]);
