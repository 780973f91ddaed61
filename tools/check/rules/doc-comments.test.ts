import { testRule } from '../rule-table.ts';
import { docComments } from './doc-comments.ts';

const path = 'packages/core/src/x.ts';

testRule(docComments, [
  {
    title: 'finds each export without one',
    path,
    text: [
      'export const a = 1;',
      'export interface B {}',
      'export async function c() {}',
      '// No doc comment.',
      'export type D = B;',
      '/** Too far away. */',
      '',
      'export class E {}',
    ].join('\n'),
    finds: ['1', '2', '3', '5', '8'].map(
      (line, index) => `${line}: ${'aBcDE'.charAt(index)} is exported without a doc comment`,
    ),
  },
  {
    title: 'is content with one, on one line or more',
    path,
    text: '/** A. */\nexport const a = 1;\n\n/**\n * B.\n */\nexport function b(): void;\nexport function b() {}\n',
    finds: [],
  },
  { title: 'leaves what is not exported', path, text: 'const a = 1;\n', finds: [] },
  { title: 'leaves lists of names', path, text: "export { a } from './a.ts';\n", finds: [] },
  {
    title: 'leaves index.ts',
    path: 'packages/core/src/index.ts',
    text: 'export const a = 1;',
    finds: [],
  },
  {
    title: 'leaves tests',
    path: 'packages/core/test/x.ts',
    text: 'export const a = 1;',
    finds: [],
  },
]);
