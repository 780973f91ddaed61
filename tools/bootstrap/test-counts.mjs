import { readFileSync } from 'node:fs';

/**
 * @typedef {object} TestCounts
 * @property {number} passed
 * @property {number} failed
 */

/**
 * What is read of vitest's JSON report.
 *
 * @typedef {object} TestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {readonly { status: string, assertionResults: readonly unknown[] }[]} testResults
 */

/**
 * Counts a run from vitest's report and exit code. A file that could not be loaded, an error
 * outside any test, a crash without a report and a run without tests each count as one failure, so
 * that no run without proof looks green.
 *
 * @param {TestReport | undefined} report
 * @param {number} exitCode
 * @returns {TestCounts}
 */
export function countTests(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const unloaded = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + unloaded.length;
  const unproven = passed + failed === 0 || (exitCode !== 0 && failed === 0);
  return { passed, failed: unproven ? failed + 1 : failed };
}

/**
 * @param {string} file
 * @returns {TestReport | undefined} undefined when vitest has not come so far.
 */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Prints the last line of every command that runs tests; programs read it.
 *
 * @param {TestCounts} counts
 */
export function printCounts({ passed, failed }) {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
