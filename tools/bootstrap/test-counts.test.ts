import { expect, it } from 'vitest';
import { countTests, type TestReport } from './test-counts.mjs';

const loaded = { status: 'failed', assertionResults: [{}] };
const unloaded = { status: 'failed', assertionResults: [] };

function report(passed: number, failed: number, files: TestReport['testResults']): TestReport {
  return { numPassedTests: passed, numFailedTests: failed, testResults: files };
}

const cases: readonly (readonly [string, TestReport | undefined, number, number, number])[] = [
  ['a green run', report(3, 0, []), 0, 3, 0],
  ['failed tests', report(3, 2, [loaded]), 1, 3, 2],
  ['a file that could not be loaded', report(3, 0, [unloaded]), 1, 3, 1],
  ['both', report(3, 2, [loaded, unloaded]), 1, 3, 3],
  ['an error outside any test', report(3, 0, []), 1, 3, 1],
  ['a crash without a report', undefined, 134, 0, 1],
  ['a run without tests', report(0, 0, []), 0, 0, 1],
];

it.each(cases)('counts %s', (_title, given, exitCode, passed, failed) => {
  expect(countTests(given, exitCode)).toEqual({ passed, failed });
});
