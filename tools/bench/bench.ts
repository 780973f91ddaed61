// npm run bench [-- NAME...]: what it costs, beside what else could do the work, in the same run.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benches } from './benches.ts';
import type { Bench } from './contest.ts';
import { measure } from './measure.ts';
import { renderContest, renderTail } from './render-contest.ts';

/** Benches of their own, which take minutes, so that only who asks for one gets it. */
const longBenches: Readonly<Record<string, string>> = {
  analyse: './analyse/analyse.ts',
  analyze: './analyse/analyse.ts',
  formats: './formats/formats.ts',
  groups: './groups/groups.ts',
  'kill-matrix': '../kill-matrix/kill-matrix.ts',
  'false-alarms': '../kill-matrix/false-alarms.ts',
  runner: './runner/runner.ts',
  screen: './screen/screen.ts',
  shrink: '../shrink-bench/shrink-bench.ts',
  mutate: '../mutate/mutate.ts',
  diagnosis: './diagnosis/diagnosis.ts',
};

process.exitCode = await main();

async function main(): Promise<number> {
  const names = process.argv.slice(2);
  const [first = '', ...args] = names;
  const long = longBenches[first];
  if (long !== undefined) return runLong(long, args);
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    const known = new Set([...benches.map(({ name }) => name), ...Object.keys(longBenches)]);
    process.stderr.write(`bench: there is no ${unknown}; there are ${[...known].join(', ')}\n`);
    return 2;
  }
  process.stdout.write(
    `Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model}\n`,
  );
  let failed = 0;
  for (const bench of benches) {
    if (names.length > 0 && !names.includes(bench.name)) continue;
    if (!(await answer(bench))) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}

/** Prints the answer to one question; one that cannot be asked does not keep the others from it. */
async function answer({ name, title, rounds, prototype, prepare }: Bench): Promise<boolean> {
  process.stdout.write(`\n${name}: ${title}, median of ${rounds} rounds\n`);
  try {
    const contest = await prepare();
    const measured = await measure(contest, rounds);
    process.stdout.write(renderContest(contest, measured));
    if (rounds >= 100) process.stdout.write(renderTail(measured));
    if (prototype !== undefined) process.stdout.write(`  prototype: ${prototype}\n`);
    return true;
  } catch (error) {
    process.stdout.write(
      `  cannot be measured: ${error instanceof Error ? error.message : error}\n`,
    );
    return false;
  }
}

/** Runs a bench that is a program of its own, and gives back its exit code. */
function runLong(script: string, args: readonly string[]): number {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' }).status ?? 1;
}
