import { loadCore } from '@raftlens/bugs';
import { runCampaign, runSeed } from '@raftlens/loop';
import { runTrial } from '@raftlens/sim';
import type { Bench } from '../../contest.ts';
import { scenario } from '../../simulated-events.ts';

const seeds = 16;

/** Every test of the lab, 2A to 2D, by seed. */
export const bench: Bench = {
  name: 'sim',
  title: `every test of the lab, 2A to 2D, for ${seeds} seeds`,
  rounds: 3,
  prototype: 'none; in Go, on real time, one such list takes 289 s',
  prepare: async () => {
    const core = await loadCore(undefined);
    const all = scenario('all');
    const each = (run: (seed: number) => unknown) => (): void => {
      for (let seed = 1; seed <= seeds; seed += 1) run(seed);
    };
    return {
      amount: seeds,
      unit: 'seeds',
      contestants: [
        { name: 'no trace', round: each((seed) => runTrial({ scenario: all, core, seed })) },
        {
          name: 'every rule online',
          round: each((seed) => runSeed({ scenario: all, core, seed })),
        },
        {
          name: 'every rule online, a campaign of two threads',
          round: async () => {
            const task = { scenario: 'all', bug: undefined, untilFail: false, jobs: 2 };
            await runCampaign({ ...task, firstSeed: 1, num: seeds });
          },
        },
      ],
    };
  },
};
