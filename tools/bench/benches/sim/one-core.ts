import { loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { runSeed } from '@raftlens/loop';
import { runTrial, type Trial } from '@raftlens/sim';
import { createByteEncoder, type TraceEvent } from '@raftlens/trace';
import type { Bench, Contestant } from '../../contest.ts';
import { scenario } from '../../simulated-events.ts';

const suites = 100;

/** Pieces go one over the other, as they would to a file. */
const sink = Buffer.alloc(1024 * 1024);
const piece = 64 * 1024;
const encoder = createByteEncoder();

/** The hunt: whole 2A suites, one seed each, in this process on one core. */
export const bench: Bench = {
  name: 'sim',
  title: `simulating ${suites} suites of lab part 2A on one core`,
  rounds: 7,
  prototype:
    '4,100 to 4,300 suites/s with a few invariants; 1,234 with each event a line in memory',
  prepare: async () => {
    const core = await loadCore(undefined);
    return {
      amount: suites,
      unit: 'suites',
      contestants: [
        seeds('no trace', (seed) => simulate(core, seed, undefined)),
        seeds('every rule online, as in a hunt', (seed) => runSeed({ ...same(core), seed })),
        seeds('every event made and dropped', (seed) => simulate(core, seed, () => {})),
        seeds('whole trace written', (seed) => simulate(core, seed, write)),
        seeds('whole trace written, every rule on all of it', (seed) =>
          runSeed({ ...same(core), seed, observe: write }),
        ),
      ],
    };
  },
};

function same(core: Core): Pick<Trial, 'scenario' | 'core'> {
  return { scenario: scenario('2A'), core };
}

function simulate(core: Core, seed: number, observe: Trial['observe']): void {
  runTrial({ ...same(core), seed, observe });
}

function write(event: TraceEvent): void {
  encoder.add(event);
  if (encoder.length() >= piece) sink.set(encoder.take());
}

function seeds(name: string, run: (seed: number) => unknown): Contestant {
  return {
    name,
    round: () => {
      for (let seed = 1; seed <= suites; seed += 1) run(seed);
    },
  };
}
