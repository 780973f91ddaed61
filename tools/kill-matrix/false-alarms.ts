// false-alarms [RUNS] [STRATEGY...]: how often chaos fails on the correct core, by strategy. Each
// alarm is one too many; without one, it says below which rate they are.
import process from 'node:process';
import { runCampaign } from '@raftlens/loop';
import { strategies } from '@raftlens/sim';

const usualRuns = 2_000;
const jobs = 2;

const words = process.argv.slice(2);
const runs = Number(words.find((word) => /^\d+$/.test(word)) ?? usualRuns);
const named = words.filter((word) => !/^\d+$/.test(word));
const unknown = named.find((name) => !strategies.some((each) => each.name === name));
if (unknown === undefined) await count();
else {
  process.stderr.write(`false-alarms: no strategy is called ${unknown}\n`);
  process.exitCode = 2;
}

async function count(): Promise<void> {
  process.stdout.write('| strategy | runs | alarms | seconds | runs a second | rate below |\n');
  process.stdout.write('|---|---|---|---|---|---|\n');
  for (const { name } of strategies) {
    if (named.length > 0 && !named.includes(name)) continue;
    const began = performance.now();
    const { failures, runs: done } = await runCampaign({
      scenario: 'chaos',
      strategy: name,
      bug: undefined,
      firstSeed: 1,
      num: runs,
      untilFail: false,
      jobs,
    });
    const seconds = (performance.now() - began) / 1000;
    // With n clean runs a rate r is refuted at 95 % where (1 − r)^n < 0.05.
    const below = failures.length === 0 ? `1 in ${Math.floor(1 / (1 - 0.05 ** (1 / done)))}` : '–';
    const cells = [name, done, failures.length, seconds.toFixed(1), Math.round(done / seconds)];
    process.stdout.write(`| ${[...cells, below].join(' | ')} |\n`);
    for (const { seed, rule, message } of failures.slice(0, 5)) {
      process.stdout.write(`  seed ${seed}: ${rule ?? message}\n`);
    }
    if (failures.length > 0) process.exitCode = 1;
  }
}
