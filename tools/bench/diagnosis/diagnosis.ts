// npm run bench -- diagnosis [--bugs A,B] [--seeds N] [--set tuned|held-out] [--first-seed N]
// [--verbose]: puts each harmful bug of the catalogue into the core, takes failing traces, and asks
// which bug the trace alone names. Both sets of seeds by default: those that the signs were made
// with, and others; with --first-seed those from there on, which nobody has looked at yet.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bugs } from '@raftlens/bugs';
import { inWorkers } from '../../in-workers.ts';
import { openKeptTrials } from './kept-trials.ts';
import type { Sample, SampleTask, SeedSet } from './sample.ts';
import { diagnosisTable } from './table.ts';

const workers = 2;
const usualSeeds = 4;
const firstSeeds = { tuned: 1, 'held-out': 70_000_001 } as const;

const { values } = parseArgs({
  options: {
    bugs: { type: 'string' },
    seeds: { type: 'string', default: String(usualSeeds) },
    set: { type: 'string' },
    'first-seed': { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const only = values.bugs?.split(',');
const harmful = bugs.filter(({ harmless }) => harmless === undefined).map(({ name }) => name);
const unknown = only?.find((name) => !harmful.includes(name));
const seeds = Number(values.seeds);
const given = values['first-seed'] === undefined ? undefined : Number(values['first-seed']);
const isSeed = (value: number): boolean => Number.isSafeInteger(value) && value > 0;
if (unknown !== undefined || !isSeed(seeds) || !isSeed(given ?? 1)) {
  const why =
    unknown === undefined
      ? `${values.seeds} seeds from ${values['first-seed'] ?? 'the usual ones'} on`
      : `no harmful bug called ${unknown}`;
  process.stderr.write(`bench: diagnosis: ${why}\n`);
  process.exit(2);
}

const usual = (['tuned', 'held-out'] as const).filter((set) => (values.set ?? set) === set);
const sets: readonly SeedSet[] = given === undefined ? usual : ['given'];
const kept = openKeptTrials();
const tasks = (only ?? harmful).flatMap((bug) =>
  sets.flatMap((set) => Array.from({ length: seeds }, (_, sample) => taskOf(bug, set, sample))),
);
const samples: Sample[] = [];
const taker = new URL('./worker.ts', import.meta.url);
await inWorkers(taker, workers, tasks, (sample: Sample) => {
  samples.push(sample);
  kept.set(sample, sample.trial);
  if (process.stderr.isTTY) process.stderr.write(`\r${samples.length} of ${tasks.length} `);
});
kept.save();
const order = new Map(tasks.map((task, place) => [keyOf(task), place]));
samples.sort((a, b) => (order.get(keyOf(a)) ?? 0) - (order.get(keyOf(b)) ?? 0));
if (values.verbose) for (const sample of samples) process.stdout.write(wordsOf(sample));
process.stdout.write(diagnosisTable(samples));

function taskOf(bug: string, set: SeedSet, sample: number): SampleTask {
  const firstSeed = set === 'given' ? (given ?? 1) : firstSeeds[set];
  const task = { bug, set, sample, firstSeed };
  return { ...task, known: kept.get(task) };
}

function keyOf({ bug, set, sample }: SampleTask): string {
  return `${bug} ${set} ${sample}`;
}

function wordsOf({ bug, set, sample, trial, rule, named, against }: Sample): string {
  const first = named.slice(0, 4).map(([name, confidence]) => `${name} ${confidence}`);
  const { scenario, seed, held } = trial ?? {};
  const run = trial === undefined ? 'no failing run' : `${scenario}${held ? '*' : ''} ${seed}`;
  const but = against.map((words) => `  − ${words}\n`).join('');
  return `${bug} ${set} ${sample}: ${run} ${rule ?? ''}: ${first.join(', ')}\n${but}`;
}
