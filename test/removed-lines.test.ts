import { loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { createDiagnosis, type Finding } from '@raftlens/invariants';
import { findScenario, runTrial } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

/** Bugs of every part of Raft, whose traces have lines of nearly all kinds. */
const broken = [
  ...['stale-vote', 'quorum-half', 'votes-carried-over', 'no-voted-for-check'],
  ...['no-persist-log', 'truncation-not-saved', 'ack-before-save', 'gap-accepted'],
  ...['stale-ack', 'one-step-back', 'leader-drops-uncommitted', 'rejection-reverts-term'],
  ...['configuration-on-commit', 'snapshot-loses-joint', 'lease-back-after-transfer'],
  ...['change-asked-of-follower', 'pre-vote-raises-term', 'candidate-forgets-own-vote'],
] as const;

/** A kind that says against a bug what it can say no more may make it that much likelier. */
const lessAgainst = 1 / 0.95;

const [seed, longest] = [1, 4000];

type Kind = (event: TraceEvent) => string | undefined;

const kinds: Readonly<Record<string, Kind>> = {
  'a kind of lines': ({ event }) => event,
  'a kind of messages': (event) =>
    event.event === 'message.sent' || event.event === 'message.received'
      ? `${event.event} ${event.kind}`
      : undefined,
  'a kind of lines of one server': ({ event, node }) =>
    node === 'n1' ? `${event} of n1` : undefined,
};

test.each(Object.keys(kinds))('%s that is not printed speaks for no bug', async (name) => {
  const kindOf = kinds[name] ?? (() => undefined);
  const gains: string[] = [];
  let gone = 0;
  for (const bug of broken) {
    const events = await trace(bug);
    const before = suspects(printed(events, () => true));
    const all = new Set(events.map(kindOf));
    for (const kind of all) {
      if (kind === undefined || kind === 'trace.started') continue;
      gone += 1;
      const after = suspects(printed(events, (event) => kindOf(event) !== kind));
      for (const [suspect, confidence] of after) {
        const most = (before.get(suspect) ?? 0) * lessAgainst + 0.006;
        if (confidence > most) gains.push(`${bug} without ${kind}: ${suspect} ${confidence}`);
      }
    }
  }
  expect(gains).toEqual([]);
  expect(gone).toBeGreaterThan(broken.length * 5);
});

/** A run as a program with a clock of its own prints it. */
async function trace(bug: string): Promise<readonly TraceEvent[]> {
  const scenario = findScenario('chaos');
  if (scenario === undefined) throw new RangeError('there is no chaos');
  const core = alone(await loadCore(bug));
  const events: TraceEvent[] = [];
  runTrial({ scenario, seed, core, observe: (event) => events.push({ ...event }) });
  return events
    .slice(0, longest)
    .map((event) => (event.event === 'trace.started' ? { ...event, clock: 'wall' } : event));
}

/** What only the harness here can say is in no log of others. */
function alone(core: Core): Core {
  if (!('heldTo' in core)) return core;
  const { heldTo: _, ...rest } = core as Core & { readonly heldTo: Core };
  return rest;
}

/** What a program writes that does not know of the other lines: its numbers have no gaps. */
function printed(events: readonly TraceEvent[], isKnown: (event: TraceEvent) => boolean) {
  const numbers = new Map<string, number>();
  return events.filter(isKnown).map((event) => {
    if (event.seq === undefined) return event;
    const life = `${event.node} ${event.inc}`;
    const seq = (numbers.get(life) ?? 0) + 1;
    numbers.set(life, seq);
    return { ...event, seq };
  });
}

/** Whom the lines alone make a suspect, whatever broke, and how much. */
function suspects(events: readonly TraceEvent[]): ReadonlyMap<string, number> {
  const finding: Finding = {
    ...{ rule: 'test-failed', severity: 'violation', verdict: 'violated', message: 'it failed' },
    ...{ nodes: [], term: undefined, run: 'chaos', causes: [], evidence: events.slice(-1) },
  };
  const diagnosis = createDiagnosis([finding]);
  for (const event of events) diagnosis.observe(event);
  return new Map(
    diagnosis
      .explain()
      .flatMap(({ causes }) => causes.map(({ bug, confidence }) => [bug, confidence] as const)),
  );
}
