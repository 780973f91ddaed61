import { testRule } from '../rule-table.ts';
import { fileName } from './file-name.ts';

const notKebab = ['the name is not in kebab-case'];
const empty = ['the name says nothing'];
const cases: readonly (readonly [string, readonly string[]])[] = [
  ['packages/core/src/on-append-entries.ts', []],
  ['packages/trace/src/event-encoders.gen.ts', []],
  ['packages/core/test/rule.test.ts', []],
  ['tools/bootstrap/start.mjs', []],
  ['docs/README.md', []],
  ['packages/core/src/onAppendEntries.ts', notKebab],
  ['packages/core/src/Server.ts', notKebab],
  ['packages/core/src/utils.ts', empty],
  ['packages/core/src/helpers/time.ts', empty],
  ['packages/core/src/common.test.ts', empty],
];

testRule(
  fileName,
  cases.map(([path, finds]) => ({ title: `judges ${path}`, path, text: '', finds })),
);
