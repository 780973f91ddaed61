import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './main.mjs';
import { programPath, root } from './root.mjs';
import { runChild } from './run-child.mjs';
import { countTests, killedFiles, printCounts, readReport } from './test-counts.mjs';

/**
 * A whole test command: sets up, runs vitest with the arguments of the command line added, prints
 * the counts as the last line.
 *
 * @param {readonly string[]} options vitest's own options.
 * @param {() => boolean} [isReady] Asked before; false means that it has said what is missing.
 * @returns {Promise<void>}
 */
export async function runTests(options, isReady = () => true) {
  await main(
    async () => {
      if (isReady()) return runVitest(options, process.argv.slice(2));
      printCounts({ passed: 0, failed: 1 });
      return 1;
    },
    { onSetUpFailure: () => printCounts({ passed: 0, failed: 1 }) },
  );
}

/**
 * Runs vitest. A test file whose process is killed is run once more, and said to be: on a loaded
 * machine Node itself crashes now and then where a process has had many threads. What fails again
 * has failed.
 *
 * @param {readonly string[]} options
 * @param {readonly string[]} asked The arguments of the command line.
 * @returns {Promise<number>}
 */
async function runVitest(options, asked) {
  const { report, code } = await reportOf([...options, ...asked]);
  const killed = killedFiles(report);
  if (killed.length === 0) {
    const counts = countTests(report, code);
    printCounts(counts);
    return code === 0 && counts.failed > 0 ? 1 : code;
  }
  process.stdout.write(`\nThe process of these files was killed; once more:\n`);
  for (const file of killed) process.stdout.write(`  ${file}\n`);
  const again = await reportOf([...options, ...killed]);
  const first = countTests(report, 0);
  const second = countTests(again.report, again.code);
  const failed = first.failed + second.failed;
  printCounts({ passed: first.passed + second.passed, failed });
  return failed > 0 ? 1 : 0;
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<{ report: import('./test-counts.mjs').TestReport | undefined, code: number }>}
 */
async function reportOf(args) {
  // In the clone, because nothing else need be writable.
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'test-report-'));
  const reportFile = join(folder, 'report.json');
  try {
    const { code } = await runChild({
      command: programPath('vitest'),
      args: [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
        ...args,
      ],
      output: 'inherit',
    });
    return { report: readReport(reportFile), code };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
