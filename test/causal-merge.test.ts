import { Buffer } from 'node:buffer';
import { type Analysis, analyze } from '@raftlens/analyzer';
import { loadCore } from '@raftlens/bugs';
import { findScenario, runTrial } from '@raftlens/sim';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** One run of chaos, whose messages have ids. */
async function trace(bug: string, seed: number): Promise<readonly TraceEvent[]> {
  const scenario = findScenario('chaos');
  if (scenario === undefined) throw new RangeError('no scenario is called chaos');
  const events: TraceEvent[] = [];
  // Lines of one simulation are in order whatever their times; those of a real cluster are not.
  const observe = (event: TraceEvent): void => {
    events.push(event.event === 'trace.started' ? { ...event, clock: 'wall' } : event);
  };
  runTrial({ scenario, seed, core: await loadCore(bug), observe });
  return events;
}

/** The lines of each server in a file of its own, and those of the harness in one more. */
function byServer(events: readonly TraceEvent[]): ReadonlyMap<string, readonly TraceEvent[]> {
  return Map.groupBy(events, ({ node }) => node ?? 'harness');
}

function sourceOf(name: string, events: readonly TraceEvent[], aheadMs: number) {
  const lines = events.map((event) => {
    const time = Math.round((event.time + aheadMs) * 1000) / 1000;
    return `${encodeEvent({ ...event, time })}\n`;
  });
  const bytes = Buffer.from(lines.join(''));
  return {
    name: `${name}.jsonl`,
    async *open() {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    },
  };
}

/** What is proven; thresholds in time may be met or missed where clocks differ. */
function proven({ findings }: Analysis): readonly string[] {
  return findings
    .filter(({ verdict, severity }) => verdict === 'violated' && severity === 'violation')
    .map(({ rule, term, nodes }) => `${rule} ${term} ${[...nodes].sort().join(' ')}`)
    .sort();
}

const skews = fc.record({
  ahead: fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 8, maxLength: 8 }),
  turn: fc.nat(7),
});

test.each([
  ['configuration-on-commit', 1],
  ['no-persist-log', 2],
  ['learner-campaigns', 1],
])(
  '%s (chaos, seed %i): files of servers whose clocks differ tell what one file tells',
  async (bug, seed) => {
    const events = await trace(bug, seed);
    const whole = proven(await analyze([sourceOf('whole', events, 0)]));
    expect(whole).not.toEqual([]);
    const servers = [...byServer(events)];
    await fc.assert(
      fc.asyncProperty(skews, async ({ ahead, turn }) => {
        const sources = servers.map(([name, lines], place) =>
          sourceOf(name, lines, name === 'harness' ? 0 : (ahead[place] ?? 0)),
        );
        const turned = [...sources.slice(turn), ...sources.slice(0, turn)];
        const analysis = await analyze(turned);
        expect(proven(analysis)).toEqual(whole);
        const ids = servers.map(([name]) => name);
        for (const { node, reference, atLeastMs, atMostMs } of analysis.clocks) {
          const truth = (ahead[ids.indexOf(node)] ?? 0) - (ahead[ids.indexOf(reference)] ?? 0);
          expect(atLeastMs).toBeLessThanOrEqual(truth + 0.01);
          expect(atMostMs).toBeGreaterThanOrEqual(truth - 0.01);
        }
        expect(analysis.clocks).toHaveLength(ids.filter((id) => id !== 'harness').length - 1);
      }),
      { numRuns: 6 },
    );
  },
);
