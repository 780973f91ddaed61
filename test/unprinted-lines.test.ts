import process from 'node:process';
import { loadCore } from '@raftlens/bugs';
import { type Core, core } from '@raftlens/core';
import { createDiagnosis, createJudge, type Finding } from '@raftlens/invariants';
import { createRandom, findScenario, runTrial } from '@raftlens/sim';
import type { EventName, TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

/** `RAFTLENS_RUNS=300 npx vitest run test/unprinted-lines.test.ts` looks harder. */
const runs = Number(process.env.RAFTLENS_RUNS ?? 8);
/** So many seeds from 1 on: a test for each, as a slow machine takes its time for one. */
const seeds = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, place) => place + 1);
/** Programs for each run of the correct core. */
const programs = 20;

/** One run, as a program prints it that has a clock of its own. */
function trace(seed: number, name = 'chaos', under: Core = core): readonly TraceEvent[] {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  const events: TraceEvent[] = [];
  runTrial({ scenario, seed, core: under, observe: (event) => events.push({ ...event }) });
  return events.map((event) =>
    event.event === 'trace.started' ? { ...event, clock: 'wall' } : event,
  );
}

/** What a program writes that knows nothing of some kinds of lines: its numbers have no gaps. */
function printed(events: readonly TraceEvent[], unknown: ReadonlySet<EventName>): TraceEvent[] {
  return numbered(events.filter(({ event }) => !unknown.has(event)));
}

function numbered(events: readonly TraceEvent[]): TraceEvent[] {
  const numbers = new Map<string, number>();
  return events.map((event) => {
    if (event.seq === undefined) return event;
    const life = `${event.node} ${event.inc}`;
    const seq = (numbers.get(life) ?? 0) + 1;
    numbers.set(life, seq);
    return { ...event, seq };
  });
}

/** Whom the lines alone make a suspect, whatever broke. */
function suspects(events: readonly TraceEvent[]): readonly string[] {
  const broken: Finding = {
    ...{ rule: 'test-failed', severity: 'violation', verdict: 'violated', message: 'it failed' },
    ...{ nodes: [], term: undefined, run: 'chaos', causes: [], evidence: events.slice(-1) },
  };
  const diagnosis = createDiagnosis([broken]);
  for (const event of events) diagnosis.observe(event);
  return diagnosis
    .explain()
    .flatMap(({ causes }) => causes.map(({ bug, why }) => `${bug}: ${why}`));
}

test.each(seeds(runs))(
  'what is never printed makes no suspect of a correct one, seed %i',
  (seed) => {
    const events = trace(seed);
    const kinds = [...new Set(events.map(({ event }) => event))];
    const random = createRandom(seed, 'programs');
    for (let program = 0; program < programs; program += 1) {
      const share = random.next();
      const unknown = new Set(kinds.filter(() => random.next() < share));
      const name = `without ${[...unknown].join(' ')}`;
      expect(suspects(printed(events, unknown)), name).toEqual([]);
    }
  },
);

/** Kinds as programs tell them apart: by the message, and by whether a leader prints them. */
function kindOf(event: TraceEvent): string {
  const { event: name, role } = event;
  const message = name.startsWith('message.') && 'kind' in event ? ` ${event.kind}` : '';
  return `${name}${message}${role === 'leader' ? ' of leaders' : ''}`;
}

/**
 * Without these lines the servers go by other voters, begin anew, or lead, and nothing at all tells
 * of it; or the harness does something to them.
 */
const needed = /^(config\.appended|fault|node|snapshot|test|trace|role\.changed of leaders$)/;

/** What the rules hold against a server in these lines. */
function accusations(events: readonly TraceEvent[]): readonly string[] {
  const judge = createJudge({ causes: [] });
  for (const event of events) judge.observe(event);
  return judge
    .finish()
    .findings.filter(({ verdict }) => verdict === 'violated')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test.each(seeds(runs * 2))(
  'what is never printed, or not of leaders, breaks no rule, seed %i',
  (seed) => {
    const events = trace(seed, seed % 4 === 0 ? 'TestFigure8Unreliable2C' : 'chaos');
    const kinds = [...new Set(events.map(kindOf))].filter((kind) => !needed.test(kind));
    const random = createRandom(seed, 'programs');
    for (let program = 0; program < programs; program += 1) {
      const share = random.next();
      const unknown = new Set(kinds.filter(() => random.next() < share));
      const name = `without ${[...unknown].join(', ')}`;
      const lines = numbered(events.filter((event) => !unknown.has(kindOf(event))));
      expect(accusations(lines), name).toEqual([]);
    }
  },
);

test('what it does print makes one', async () => {
  const events = trace(20, '2A', await loadCore('stale-vote'));
  const known = new Set<EventName>(['message.received', 'role.changed', 'vote.received']);
  const unknown = new Set(events.map(({ event }) => event).filter((event) => !known.has(event)));
  expect(suspects(printed(events, unknown))).toContainEqual(expect.stringMatching(/^stale-vote: /));
});
