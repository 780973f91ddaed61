import { bugs, loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { createJudge } from '@raftlens/invariants';
import { runTrial, type Trial } from '@raftlens/sim';
import type { Bench, Contestant } from '../contest.ts';
import { scenario } from '../simulated-events.ts';

const suites = 40;

/** The hunt: whole 2A suites, one seed each, in this process on one core. */
export const bench: Bench = {
  name: 'sim',
  title: `simulating ${suites} suites of lab part 2A`,
  rounds: 7,
  prepare: async () => {
    const core = await loadCore(undefined);
    const patched = bugs[0];
    const contestants: readonly [Contestant, ...Contestant[]] = [
      running('no trace', core, undefined),
      running('events made and dropped', core, () => {}),
      judged('every rule online', core),
      ...(patched === undefined
        ? []
        : [running(`no trace, ${patched.name}`, await loadCore(patched.name), undefined)]),
    ];
    return { amount: suites, unit: 'suites', contestants };
  },
};

function running(name: string, core: Core, observe: Trial['observe']): Contestant {
  return {
    name,
    round: () => {
      for (let seed = 1; seed <= suites; seed += 1) {
        runTrial({ scenario: scenario('2A'), seed, core, observe });
      }
    },
  };
}

function judged(name: string, core: Core): Contestant {
  return {
    name,
    round: () => {
      for (let seed = 1; seed <= suites; seed += 1) {
        const judge = createJudge();
        runTrial({ scenario: scenario('2A'), seed, core, observe: judge.observe });
        judge.finish();
      }
    },
  };
}
