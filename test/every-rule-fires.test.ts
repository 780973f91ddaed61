import { loadCore } from '@raftlens/bugs';
import { type Core, core } from '@raftlens/core';
import { createJudge, findRule, rules } from '@raftlens/invariants';
import { findScenario, runTrial } from '@raftlens/sim';
import { expect, test } from 'vitest';

/**
 * A bug of the catalogue that makes a rule fire, where, and within how many seeds: the cheapest
 * that is known, with some seeds to spare where chaos draws them.
 */
const fires: readonly (readonly [rule: string, bug: string, scenario: string, seeds: number])[] = [
  ['election-safety', 'votes-carried-over', '2A', 1],
  ['double-vote', 'no-voted-for-check', '2A', 1],
  ['stale-candidate-vote', 'no-up-to-date-check', '2B', 1],
  ['minority-leader', 'votes-carried-over', '2A', 1],
  ['log-matching', 'votes-carried-over', '2B', 1],
  ['leader-append-only', 'leader-drops-uncommitted', '2B', 1],
  ['leader-completeness', 'no-up-to-date-check', '2B', 1],
  ['state-machine-safety', 'previous-term-not-compared', '2B', 1],
  ['no-quorum-commit', 'commit-by-two', '2B', 1],
  ['figure-8', 'commit-old-term', '2B', 1],
  ['truncates-committed', 'no-up-to-date-check', '2B', 1],
  ['commit-not-durable', 'leader-counts-unsynced', 'chaos', 20],
  ['reply-before-persist', 'no-persist-grant', '2A', 1],
  ['amnesia', 'no-persist-log', 'chaos', 10],
  ['quorum-lost-entry', 'truncate-always', '2B', 1],
  ['beyond-last', 'gap-accepted', '2B', 1],
  ['term-monotonic', 'old-append-accepted', '2A', 1],
  ['commit-monotonic', 'commit-falls', '2B', 1],
  ['apply-order', 'apply-newest-only', '2B', 1],
  ['log-terms-ordered', 'no-persist-term', 'chaos', 10],
  ['snapshot-regress', 'old-snapshot-installed', '2D', 1],
  ['legal-role-edges', 'leader-keeps-election-timer', '2A', 1],
  ['self-vote-first', 'candidate-keeps-term', '2A', 1],
  ['vote-cleared-only-by-term', 'vote-for-first-is-none', '2A', 1],
  ['match-monotonic', 'match-falls', '2B', 1],
  ['leader-votes-itself', 'leader-keeps-election-timer', '2A', 1],
  ['term-above-own', 'reply-with-request-term', '2A', 1],
  ['old-term-rpc-accepted', 'stale-append-resets-timer', '2A', 1],
  ['higher-term-ignored', 'append-response-term-ignored', '2A', 1],
  ['append-from-leader-only', 'stale-heartbeat-loop', '2A', 1],
  ['append-reply-commit', 'previous-term-not-compared', '2B', 1],
  ['append-tells-truth', 'ack-own-last', '2B', 1],
  ['shortened-by-success', 'truncate-always', '2B', 1],
  ['stale-reply-used', 'rejection-reverts-term', '2B', 1],
  ['receive-without-send', 'entries-shared-with-log', 'chaos', 10],
  ['backoff-stuck', 'hint-points-forward', '2B', 1],
];

/** The first seed with which a rule finds a violation in a run of this core. */
function firstSeed(
  id: string,
  scenarioName: string,
  seeds: number,
  subject: Core,
): number | undefined {
  const rule = findRule(id);
  const scenario = findScenario(scenarioName);
  if (rule === undefined || scenario === undefined) throw new RangeError(`${id} ${scenarioName}`);
  for (let seed = 1; seed <= seeds; seed += 1) {
    const judge = createJudge({ rules: [rule], causes: [] });
    runTrial({ scenario, seed, core: subject, observe: judge.observe });
    if (judge.finish().coverage[0]?.verdict === 'violated') return seed;
  }
  return undefined;
}

test.each(fires)('%s fires for %s (%s, up to seed %i), and not without it', async (...row) => {
  const [rule, bug, scenario, seeds] = row;
  const seed = firstSeed(rule, scenario, seeds, await loadCore(bug));
  expect(seed).toBeDefined();
  expect(firstSeed(rule, scenario, seed ?? 1, core)).toBeUndefined();
});

test('every rule of safety, of single servers and of messages has its bug', () => {
  const wanted = rules.filter(({ code }) => /^[SMR]\d+$/.test(code)).map(({ id }) => id);
  expect(fires.map(([rule]) => rule).sort()).toEqual(wanted.sort());
});
