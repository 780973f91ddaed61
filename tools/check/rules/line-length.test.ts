import { testRule } from '../rule-table.ts';
import { lineLength } from './line-length.ts';

const quote = `const line = '${'x'.repeat(100)}';`;

testRule(lineLength, [
  { title: 'allows 100 columns', path: 'tools/x.ts', text: 'x'.repeat(100), finds: [] },
  { title: 'counts characters, not units', path: 'x.ts', text: '🗳'.repeat(100), finds: [] },
  {
    title: 'finds the column after',
    path: 'tools/x.ts',
    text: `a;\n${'x'.repeat(101)}\n`,
    finds: ['2: 101 columns, of 100 at most'],
  },
  {
    title: 'finds a long string in a source',
    path: 'packages/core/src/x.ts',
    text: quote,
    finds: ['1: 116 columns, of 100 at most'],
  },
  {
    title: 'lets a test quote a long line',
    path: 'packages/core/test/x.test.ts',
    text: `${quote}\nexpect(\`\n  ${'y'.repeat(120)}\n\`);`,
    finds: [],
  },
  {
    title: 'finds long comments and program in a test',
    path: 'packages/core/test/x.test.ts',
    text: `// ${'x'.repeat(100)}\n${'f(x) + '.repeat(20)}1;`,
    finds: ['1: 103 columns, of 100 at most', '2: 142 columns, of 100 at most'],
  },
]);
