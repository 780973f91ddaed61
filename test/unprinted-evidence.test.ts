import process from 'node:process';
import { loadCore } from '@raftlens/bugs';
import { createJudge, findRule, type Verdict } from '@raftlens/invariants';
import { findScenario, runTrial } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

/** `RAFTLENS_RUNS=20 npx vitest run test/unprinted-evidence.test.ts` tries more seeds of each. */
const seeds = Number(process.env.RAFTLENS_RUNS ?? 2);

/** Bugs that break rules of every part of Raft, the rules by several kinds of lines. */
const broken = [
  ...['stale-vote', 'quorum-half', 'no-voted-for-check', 'no-persist-log', 'no-persist-term'],
  ...['truncate-always', 'gap-accepted', 'match-is-length', 'leader-drops-uncommitted'],
  ...['learner-campaigns', 'followers-keep-configuration', 'leader-commits-alone'],
  ...['request-vote-resets-timer', 'append-keeps-timer', 'rejection-reverts-term'],
  ...['entries-shared-with-log', 'hint-points-forward', 'leader-grants-vote'],
] as const;

/**
 * Most programs print nothing of what they save, and are held to what they print: what comes back
 * after a crash shows the rest.
 */
const afterCrashes = 'truncates-committed without state.persisted';

/** A rule says itself by which kinds of lines it can be seen broken beyond what it judges by. */
function accusesBy(id: string, kind: string): boolean {
  if (`${id} without ${kind}` === afterCrashes) return true;
  return findRule(id)?.accusesBy?.some(({ event }) => event === kind) === true;
}

test('no rule that is broken holds because a kind of lines is not printed', async () => {
  const acquitted: string[] = [];
  let gone = 0;
  for (const bug of broken) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const events = await trace(bug, seed);
      const before = verdicts(events);
      const guilty = [...before].flatMap(([rule, verdict]) => (verdict === 'violated' ? rule : []));
      for (const kind of new Set(events.map(({ event }) => event))) {
        if (guilty.length === 0 || kind === 'trace.started') continue;
        gone += 1;
        const after = verdicts(printed(events, kind));
        for (const rule of guilty) {
          if (after.get(rule) !== 'holds' || accusesBy(rule, kind)) continue;
          acquitted.push(`${rule} without ${kind} (${bug}, seed ${seed})`);
        }
      }
    }
  }
  expect(acquitted).toEqual([]);
  expect(gone).toBeGreaterThan(broken.length * 10);
});

/** A run as a program with a clock of its own prints it, without what a harness says of it. */
async function trace(bug: string, seed: number): Promise<readonly TraceEvent[]> {
  const scenario = findScenario('chaos');
  if (scenario === undefined) throw new RangeError('there is no chaos');
  const { heldTo: _, ...core } = { heldTo: undefined, ...(await loadCore(bug)) };
  const events: TraceEvent[] = [];
  runTrial({ scenario, seed, core, observe: (event) => events.push({ ...event }) });
  return events
    .filter(({ event }) => !event.startsWith('test.'))
    .slice(0, 6000)
    .map((event) => (event.event === 'trace.started' ? { ...event, clock: 'wall' } : event));
}

/** What a program writes that knows nothing of the kind; each life counts its lines from 1. */
function printed(events: readonly TraceEvent[], unknown: string): readonly TraceEvent[] {
  const numbers = new Map<string, number>();
  return events
    .filter(({ event }) => event !== unknown)
    .map((event) => {
      if (event.seq === undefined) return event;
      const life = `${event.node} ${event.inc}`;
      const seq = (numbers.get(life) ?? 0) + 1;
      numbers.set(life, seq);
      return { ...event, seq };
    });
}

function verdicts(events: readonly TraceEvent[]): ReadonlyMap<string, Verdict> {
  const judge = createJudge({ causes: [] });
  for (const event of events) judge.observe(event);
  return new Map(judge.finish().coverage.map(({ rule, verdict }) => [rule, verdict]));
}
