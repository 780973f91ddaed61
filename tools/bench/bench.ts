// npm run bench [-- NAME...]: what it costs, beside what else could do the work, in the same run.
import { availableParallelism, cpus } from 'node:os';
import { main } from '../bootstrap/main.mjs';
import type { Bench } from './contest.ts';
import { measure } from './measure.ts';
import { renderContest } from './render-contest.ts';

await main(async () => {
  // After set-up, because the benches measure what was built.
  const { benches } = await import('./benches.ts');
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    const known = benches.map(({ name }) => name).join(', ');
    process.stderr.write(`bench: there is no ${unknown}; there are ${known}\n`);
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
});

/** Prints the answer to one question; one that cannot be asked does not keep the others from it. */
async function answer({ name, title, rounds, prepare }: Bench): Promise<boolean> {
  process.stdout.write(`\n${name}: ${title}, median of ${rounds} rounds\n`);
  try {
    const contest = await prepare();
    process.stdout.write(renderContest(contest, await measure(contest, rounds)));
    return true;
  } catch (error) {
    process.stdout.write(
      `  cannot be measured: ${error instanceof Error ? error.message : error}\n`,
    );
    return false;
  }
}
