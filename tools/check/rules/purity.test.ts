import { testRule } from '../rule-table.ts';
import { purity } from './purity.ts';

testRule(purity, [
  {
    title: 'finds clocks, chance, input and output',
    path: 'packages/core/src/x.ts',
    text: [
      'const a = Date.now();',
      'const b = Math.random();',
      'process.exit(1);',
      'setTimeout(f, 1);',
      "import { readFileSync } from 'node:fs';",
      "console.log(a.localeCompare('b'));",
    ].join('\n'),
    finds: [
      '1: Date in a pure package',
      '2: Math.random in a pure package',
      '3: process in a pure package',
      '4: setTimeout in a pure package',
      '5: node:fs imported in a pure package',
      '6: console in a pure package',
      '6: .localeCompare in a pure package',
    ],
  },
  {
    title: 'finds back doors and words of the engine',
    path: 'packages/sim/src/x.ts',
    text: [
      'globalThis.Date.now();',
      "const { a } = await import('./a.ts');",
      'const here = import.meta.url;',
      'const held = new WeakRef(a);',
      'tell(error.stack);',
      "eval('1');",
    ].join('\n'),
    finds: [
      '1: globalThis in a pure package',
      '2: import( in a pure package',
      '3: import.meta in a pure package',
      '4: WeakRef in a pure package',
      '5: .stack in a pure package',
      '6: eval in a pure package',
    ],
  },
  {
    title: 'passes over what only looks like them',
    path: 'packages/sim/src/x.ts',
    text: [
      'numbers.sort((left, right) => left - right);',
      'const stack = [1];',
      "import { b } from './b.ts';",
      "if ('a' in b) f(b);",
    ].join('\n'),
    finds: [],
  },
  {
    title: 'passes over comments, strings, properties and longer names',
    path: 'packages/trace/src/x.ts',
    text: "// Date\nconst a = { process: 1, b: 'Date' };\nf(a.process, dateOf(a), processed);",
    finds: [],
  },
  {
    title: 'leaves their tests alone',
    path: 'packages/core/test/x.test.ts',
    text: "import { it } from 'vitest';\nDate.now();",
    finds: [],
  },
  {
    title: 'leaves other packages alone',
    path: 'packages/runner/src/x.ts',
    text: 'Date.now();',
    finds: [],
  },
]);
