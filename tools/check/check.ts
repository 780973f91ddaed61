// npm run check: every law of the house that a program can judge. Nothing that git tracks changes.
import { renderFinding } from './finding.ts';
import { readSources } from './read-sources.ts';
import { steps } from './steps.ts';

process.exitCode = main();

function main(): number {
  const files = readSources();
  let failed = 0;
  for (const { name, run } of steps) {
    const findings = run(files);
    if (findings.length > 0) failed += 1;
    process.stdout.write(`${findings.length === 0 ? '✓' : '✗'} ${name}\n`);
    for (const finding of findings) process.stdout.write(`  ${renderFinding(finding)}\n`);
  }
  process.stdout.write(`${steps.length - failed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
