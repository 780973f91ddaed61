import { testRule } from '../rule-table.ts';
import { functionLength } from './function-length.ts';

const path = 'packages/core/src/x.ts';
const long = '  a();\n'.repeat(70);
const found = (line: number, lines: number): readonly string[] => [
  `${line}: a function of ${lines} lines, of 70 at most`,
];

testRule(functionLength, [
  {
    title: 'allows 70 lines',
    path,
    text: `function f(): void {\n${'  a();\n'.repeat(68)}}\n`,
    finds: [],
  },
  {
    title: 'finds a function',
    path,
    text: `x;\nexport async function f(a: A): Promise<void> {\n${long}}\n`,
    finds: found(2, 72),
  },
  {
    title: 'counts parameters on lines of their own',
    path,
    text: `function f(\n  a: number,\n  b: string,\n): readonly string[] {\n${long}}\n`,
    finds: found(1, 75),
  },
  {
    title: 'finds an arrow',
    path,
    text: `const f = (a: A) => {\n${long}};\n`,
    finds: found(1, 72),
  },
  {
    title: 'finds a method',
    path,
    text: `class A {\n  f(): void {\n${long}  }\n}\n`,
    finds: found(2, 72),
  },
  { title: 'finds a test', path, text: `it('x', () => {\n${long}});\n`, finds: found(1, 72) },
  {
    title: 'finds the outer of two by its own length',
    path,
    text: `function f() {\n  for (const a of b) {\n${long}  }\n}\n`,
    finds: found(1, 74),
  },
  { title: 'leaves classes', path, text: `export class A extends B<C> {\n${long}}\n`, finds: [] },
  { title: 'leaves objects', path, text: `export const a: A = {\n${long}};\n`, finds: [] },
  { title: 'leaves objects given to a call', path, text: `f(a, {\n${long}});\n`, finds: [] },
  { title: 'leaves lists of tests', path, text: `describe('x', () => {\n${long}});\n`, finds: [] },
  {
    title: 'is not misled by braces in strings and comments',
    path,
    text: `function f() {\n  // }\n  a('{');\n}\n${long}`,
    finds: [],
  },
]);
