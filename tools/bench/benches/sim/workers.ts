import { runCampaign } from '@raftlens/loop';
import type { Bench, Contestant } from '../../contest.ts';
import { loopPath, runQuietly } from '../../run-quietly.ts';

const suites = 1_000;

/** A whole campaign: threads start, load what they need and run all seeds, every rule online. */
export const bench: Bench = {
  name: 'sim',
  title: `a campaign of ${suites} suites of lab part 2A, threads started anew`,
  rounds: 3,
  prototype: '7,579 suites/s on two threads that run already',
  prepare: async () => ({
    amount: suites,
    unit: 'suites',
    contestants: [
      campaign(1),
      campaign(2),
      {
        name: 'raft-loop, process start included',
        round: () =>
          runQuietly({ command: loopPath, args: ['--num', String(suites), '--jobs', '2'] }),
      },
    ],
  }),
};

function campaign(jobs: number): Contestant {
  return {
    name: jobs === 1 ? 'one thread' : `${jobs} threads`,
    round: async () => {
      const { failures } = await runCampaign({
        scenario: '2A',
        bug: undefined,
        firstSeed: 1,
        num: suites,
        untilFail: false,
        jobs,
      });
      if (failures.length > 0) throw new Error(`seed ${failures[0]?.seed} failed`);
    },
  };
}
