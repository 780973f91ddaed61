import { bugs, loadCore } from '@raftlens/bugs';
import { core } from '@raftlens/core';
import { createJudge, rules } from '@raftlens/invariants';
import { findScenario, runTrial } from '@raftlens/sim';
import { expect, test } from 'vitest';

/** For each rule a bug that breaks it, and a seed of chaos that shows it. */
const killed = [
  ['phantom-contact', 'append-response-term-ignored', 8],
  ['one-change-at-a-time', 'two-changes-in-flight', 1],
  ['change-before-own-commit', 'change-before-own-commit', 213],
  ['joint-majorities', 'joint-counts-union', 20],
  ['single-server-step', 'change-many-at-once', 1],
  ['config-in-use', 'configuration-on-commit', 1],
  ['committed-configuration', 'configuration-placed-behind', 1],
  ['snapshot-configuration', 'snapshot-names-newest-configuration', 76],
  ['removed-leader-counts', 'removed-leader-stays', 321],
  ['learner-acts', 'learner-campaigns', 1],
  ['stuck-joint', 'joint-never-left', 6],
  ['campaign-unapplied-config', 'followers-keep-configuration', 1],
  ['read-index', 'read-without-quorum', 4],
  ['lease-read', 'lease-too-long', 78],
  ['lost-ack', 'no-persist-log', 2],
  ['duplicate-apply', 'two-appliers', 3],
  ['linearizable', 'no-persist-log', 2],
  ['commit-stall', 'commit-scan-stops-at-old-term', 1],
  ['divergence-unhealed', 'truncate-always', 1],
  ['apply-stall', 'heartbeat-not-checked', 3],
  ['timer-misuse', 'request-vote-resets-timer', 3],
  ['late-heartbeat', 'heartbeats-too-rare', 1],
  ['flapping', 'append-keeps-timer', 23],
  ['term-inflation', 'fixed-election-timeout', 15],
  ['snapshot-loop', 'leader-keeps-election-timer', 72],
  ['rpc-budget', 'hint-points-forward', 5],
] as const;

/** Rules that a network breaks and not a bug: a link that works one way, a server cut off. */
const ofTheNetwork = [
  ['asymmetric-link', 10],
  ['disruptive-server', 4547],
] as const;

/** The verdicts of one rule on one run of chaos. */
async function verdicts(
  id: string,
  bug: string | undefined,
  seed: number,
): Promise<readonly string[]> {
  const scenario = findScenario('chaos');
  if (scenario === undefined) throw new RangeError('no scenario is called chaos');
  const judge = createJudge({ rules: rules.filter((rule) => rule.id === id), causes: [] });
  runTrial({ scenario, seed, core: await loadCore(bug), observe: judge.observe });
  return judge.finish().coverage.map(({ verdict }) => verdict);
}

const isOurs = /^([CQ]\d+|L([4-9]|1\d))$/;

test('each rule of liveness, membership and reads has a bug or a network that breaks it', () => {
  const ours = rules.filter(({ code }) => isOurs.test(code)).map(({ id }) => id);
  expect([...killed, ...ofTheNetwork].map(([id]) => id).sort()).toEqual(ours.toSorted());
  const known = bugs.map(({ name }) => name);
  for (const [, bug] of killed) expect(known).toContain(bug);
});

test.each(killed)(
  '%s tells of %s (chaos, seed %i), and not of the correct core',
  async (...row) => {
    const [id, bug, seed] = row;
    expect(['violated', 'suspicious']).toContain((await verdicts(id, bug, seed))[0]);
    expect(['holds', 'unknown']).toContain((await verdicts(id, undefined, seed))[0]);
  },
);

test.each(ofTheNetwork)('%s tells of a network that does so (chaos, seed %i)', async (id, seed) => {
  expect(await loadCore(undefined)).toBe(core);
  expect(await verdicts(id, undefined, seed)).toEqual(['suspicious']);
});
