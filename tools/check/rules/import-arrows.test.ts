import { testRule } from '../rule-table.ts';
import { importArrows } from './import-arrows.ts';

testRule(importArrows, [
  {
    title: 'lets a package import along an arrow, by name',
    path: 'packages/sim/src/cluster.ts',
    text: "import { core } from '@raftlens/core';\nimport { x } from './x.ts';",
    finds: [],
  },
  {
    title: 'keeps the judge away from the subject',
    path: 'packages/invariants/src/rule.ts',
    text: "\nimport { core } from '@raftlens/core';",
    finds: ['2: packages/invariants may not import @raftlens/core'],
  },
  {
    title: 'holds tests to the same arrows',
    path: 'packages/invariants/test/rule.test.ts',
    text: "import { runTrial } from '@raftlens/sim';",
    finds: ['1: packages/invariants may not import @raftlens/sim'],
  },
  {
    title: 'lets a test reach into its own package',
    path: 'packages/core/test/a/b.test.ts',
    text: "import { x } from '../../src/x.ts';\nimport { y } from '@raftlens/core';",
    finds: [],
  },
  {
    title: 'refuses a relative path into another package',
    path: 'packages/core/src/x.ts',
    text: "import { y } from '../../trace/src/y.ts';",
    finds: ['1: ../../trace/src/y.ts leaves its package'],
  },
  {
    title: 'refuses a relative path out of all packages',
    path: 'packages/core/src/x.ts',
    text: "import { y } from '../../../tools/y.ts';",
    finds: ['1: ../../../tools/y.ts leaves its package'],
  },
  {
    title: 'refuses a deep path',
    path: 'packages/core/src/x.ts',
    text: "export { y } from '@raftlens/trace/src/y.ts';",
    finds: ['1: @raftlens/trace/src/y.ts is a deep path'],
  },
  {
    title: 'lets a second entry be imported that the table names, and no other',
    path: 'packages/runner/src/x.ts',
    text: "import { y } from '@raftlens/analyzer/page';\nimport '@raftlens/analyzer/z';",
    finds: ['2: @raftlens/analyzer/z is a deep path'],
  },
  {
    title: 'refuses a package that is not in the table',
    path: 'packages/core/src/x.ts',
    text: "import { y } from '@raftlens/other';",
    finds: ['1: @raftlens/other is no package of this repository'],
  },
  {
    title: 'asks for a new package to be put in the table',
    path: 'packages/other/src/x.ts',
    text: 'export const x = 1;',
    finds: ['packages/other is not in the table of arrows'],
  },
  {
    title: 'lets test/ import every package, by name only',
    path: 'test/cli/x.test.ts',
    text: "import { a } from '@raftlens/sim';\nimport { b } from '../../packages/sim/src/b.ts';",
    finds: ['2: ../../packages/sim/src/b.ts leaves its package'],
  },
  {
    title: 'lets tools/ import anything',
    path: 'tools/build/x.ts',
    text: "import { b } from '../../packages/sim/src/b.ts';",
    finds: [],
  },
]);
