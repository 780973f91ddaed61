import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './main.mjs';
import { programPath, root } from './root.mjs';
import { runChild } from './run-child.mjs';
import { countTests, printCounts, readReport } from './test-counts.mjs';

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
      if (isReady()) return runVitest([...options, ...process.argv.slice(2)]);
      printCounts({ passed: 0, failed: 1 });
      return 1;
    },
    { onSetUpFailure: () => printCounts({ passed: 0, failed: 1 }) },
  );
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
async function runVitest(args) {
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
    const counts = countTests(readReport(reportFile), code);
    printCounts(counts);
    return code === 0 && counts.failed > 0 ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
