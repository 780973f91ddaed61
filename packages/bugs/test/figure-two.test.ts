import { bugs, loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { findScenario, findStrategy, runTrial, withStrategy } from '@raftlens/sim';
import { expect, test } from 'vitest';

/** The first breach of Figure 2 in some runs of a core that nothing else is held against. */
async function firstBreach(bug: string, runs: number): Promise<string | undefined> {
  const [scenario, strategy] = [findScenario('chaos'), findStrategy('portfolio')];
  if (scenario === undefined || strategy === undefined) throw new RangeError('chaos');
  const { heldTo: _, ...core }: Core & { heldTo?: Core } = await loadCore(bug);
  let breach: string | undefined;
  for (let seed = 1; seed <= runs && breach === undefined; seed += 1) {
    const trial = withStrategy({ scenario, seed, core }, strategy);
    runTrial({
      ...trial,
      observe(event) {
        if (event.event === 'test.observed' && event.fact === 'figure-2') breach ??= event.message;
      },
    });
  }
  return breach;
}

test.each([
  ['no-persist-grant', /term or vote is not written/],
  ['ack-before-save', /log is not written/],
  ['request-vote-resets-timer', /grants no vote and starts its timer anew/],
  ['grant-keeps-timer', /grants a vote and keeps its timer/],
  ['append-keeps-timer', /hears the leader and keeps its timer/],
  ['stale-append-resets-timer', /a stale or disruptive request moves it/],
  ['step-down-clears-vote', /vote moves from n\d to undefined in one term/],
  ['match-falls', /matchIndex of n\d falls to/],
  ['next-index-below-match', /nextIndex \d+ and matchIndex \d+/],
  ['match-kept-across-terms', /matchIndex of n\d begins at/],
  ['no-heartbeat-on-victory', /is elected and sends nothing/],
  ['commit-needs-all', /a majority has index \d+ of its term/],
  ['commit-old-term', /commits index \d+, which no majority has in its term/],
  ['ack-own-last', /says that it agrees through/],
  ['pre-vote-binds', /a pre-vote binds its vote/],
  ['votes-without-self', /it is candidate and not leader/],
  ['candidate-keeps-term', /its term is \d+, not \d+, after its timeout/],
  ['commit-on-restart', /starts with something else than it stored/],
  ['ack-counts-new-only', /says that it agrees through/],
  ['deposed-leader-never-waits', /waits Infinity ms for an election/],
  ['pre-vote-counts-refusals', /campaigns without a majority of pre-votes/],
  ['pre-vote-answer-term-ignored', /is pre-candidate of term \d+ after a message of term/],
  ['snapshot-acks-whole-log', /answers a snapshot with \d+, not \d+/],
  ['snapshot-ignored-by-longer-log', /its commitIndex is \d+ behind a snapshot/],
  ['snapshot-of-last-term', /its snapshot says term \d+ of index/],
  ['joint-never-left', /leads under \S+ from \S+, which is committed, and appends no other/],
  ['snapshot-loses-joint', /its snapshot at \d+ has \S+, not \S+, from/],
  ['snapshot-names-newest-configuration', /its snapshot at \d+ has/],
  ['snapshot-keeps-own-configuration', /it goes by .+, and its log says/],
  ['configuration-on-commit', /it goes by .+, and its log says/],
  ['snapshot-not-saved', /its snapshot is not written/],
  ['transfer-before-caught-up', /is to lead with index \d+ of \d+/],
  ['stale-ack', /it counts what n\d answered in term \d+/],
])('%s is told by Figure 2 alone', async (bug, words) => {
  expect(await firstBreach(bug, 40)).toMatch(words);
});

test('what is harmless and within Figure 2 is not told', async () => {
  const kept = bugs.filter(({ name }) => /keeps-vote|stale-snapshot-ack/.test(name));
  expect(kept.map(({ harmless }) => harmless !== undefined)).toEqual([true, true]);
  for (const { name } of kept) expect(await firstBreach(name, 20)).toBeUndefined();
});
