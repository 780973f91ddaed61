import { loadCore } from '@raftlens/bugs';
import { runSeed } from '@raftlens/loop';
import type { Bench } from '../../contest.ts';
import { scenario } from '../../simulated-events.ts';

/** Far enough apart that no two hunts see the same seed. */
const stride = 1_000_000;

/** From a first seed that nobody tried to the first run that breaks a rule, on one core. */
export const bench: Bench = {
  name: 'sim',
  title: 'finding stale-vote in lab part 2A, each time from another first seed',
  rounds: 200,
  prototype: 'none; the notes that tell of it found it once in 350 runs of 13 s',
  prepare: async () => {
    const core = await loadCore('stale-vote');
    const part = scenario('2A');
    let hunts = 0;
    return {
      amount: 1,
      unit: 'hunts',
      contestants: [
        {
          name: 'seed after seed, every rule online',
          round: () => {
            hunts += 1;
            let seed = hunts * stride;
            while (runSeed({ scenario: part, core, seed }) === undefined) seed += 1;
          },
        },
      ],
    };
  },
};
