import { type Core, core as correct } from '@raftlens/core';
import { goldenTrials } from '../../packages/sim/test/golden-trials.ts';
import { digest, record } from '../../packages/sim/test/trace-of.ts';

const expected = new Map<string, string>();

/**
 * The first of the golden trials of the simulator that gives another trace with this core: what the
 * simulator's own tests find.
 */
export function firstDifference(core: Core): string | undefined {
  for (const [name, seed, strategy] of goldenTrials) {
    const digestOf = (under: Core): string => digest(record(name, seed, under, strategy).events);
    const title = `${name} ${seed} ${strategy}`;
    const wanted = expected.get(title) ?? digestOf(correct);
    expected.set(title, wanted);
    if (attempt(() => digestOf(core)) !== wanted) return title;
  }
  return undefined;
}

function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}
