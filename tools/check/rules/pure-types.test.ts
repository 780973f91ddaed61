import { testRule } from '../rule-table.ts';
import { pureTypes } from './pure-types.ts';

const what = 'a pure package compiles with the types of a platform';

testRule(pureTypes, [
  {
    title: 'finds the types of Node',
    path: 'packages/core/tsconfig.json',
    text: '{\n  "types": ["node"]\n}',
    finds: [`2: ${what}`],
  },
  {
    title: "finds the browser's types",
    path: 'packages/sim/tsconfig.json',
    text: '{ "lib": ["es2024", "DOM"] }',
    finds: [`1: ${what}`],
  },
  {
    title: 'lets an empty list be',
    path: 'packages/core/tsconfig.json',
    text: '{ "types": [] }',
    finds: [],
  },
  {
    title: 'leaves other packages alone',
    path: 'packages/runner/tsconfig.json',
    text: '{ "types": ["node"] }',
    finds: [],
  },
]);
