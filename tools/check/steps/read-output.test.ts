import { expect, it } from 'vitest';
import { readLintError } from './lint.ts';
import { readTypeError } from './types.ts';

it("reads a line of the compiler's", () => {
  expect(readTypeError("packages/a/src/x.ts(3,15): error TS2305: Module 'x' is bad.")).toEqual({
    path: 'packages/a/src/x.ts',
    line: 3,
    what: "TS2305: Module 'x' is bad",
    fix: 'mend the type',
  });
  expect(readTypeError('  continued')).toBeUndefined();
});

it("reads a line of the lint's", () => {
  const line = '::error title=lint/style/noEnum,file=a/x.ts,line=2,endLine=2,col=1::Not an enum.';
  expect(readLintError(line)).toEqual({
    path: 'a/x.ts',
    line: 2,
    what: 'lint/style/noEnum: Not an enum',
    fix: 'run `npm run fix`, and mend what is left',
  });
  expect(readLintError('Checked 3 files')).toBeUndefined();
});
