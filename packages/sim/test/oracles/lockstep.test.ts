import { type Core, core } from '@raftlens/core';
import { findScenario, holdTo, runTrial, type TrialResult } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

function chaos(seed: number, under: Core): { result: TrialResult; events: TraceEvent[] } {
  const scenario = findScenario('chaos');
  if (scenario === undefined) throw new RangeError('chaos');
  const events: TraceEvent[] = [];
  const observe = (event: TraceEvent): void => void events.push(event);
  return { result: runTrial({ scenario, seed, core: under, observe }), events };
}

test('a correct core never differs from itself, and nothing else changes', () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const held = chaos(seed, holdTo(core, core));
    expect(held.result).toMatchObject({ passed: true });
    expect(held.events).toEqual(chaos(seed, core).events);
  }
});

const wrong: readonly (readonly [what: string, under: Core, message: RegExp])[] = [
  [
    'a leader speaks half as often',
    {
      ...core,
      tick(server, now) {
        core.tick(server, now);
        if (server.heartbeatDeadline !== Number.POSITIVE_INFINITY) {
          server.heartbeatDeadline = now + 2 * server.settings.heartbeatIntervalMs;
        }
      },
    },
    /after a timer: its heartbeatDeadline is [\d.]+ and should be [\d.]+$/,
  ],
  [
    'a message is lost within the server',
    {
      ...core,
      takeEffects(server) {
        const effects = core.takeEffects(server);
        return { ...effects, messages: effects.messages.slice(1) };
      },
    },
    /its messages\.length is \d and should be \d$/,
  ],
  [
    'a timeout is chosen twice',
    {
      ...core,
      receive(server, message, now) {
        core.receive(server, message, now);
        server.random();
      },
    },
    /its timeouts chosen is 1 and should be 0$/,
  ],
];

test.each(wrong)('when %s, the first step at which it shows is named', (_what, under, message) => {
  const { result, events } = chaos(1, holdTo(under, core));
  const seen = events.find(
    (event) => event.event === 'test.observed' && event.fact === 'conformance',
  );
  expect(seen).toMatchObject({ fact: 'conformance', message: expect.stringMatching(message) });
  expect(result.passed).toBe(false);
  expect(events.at(-1)).toMatchObject({ event: 'test.failed', message: result.failure?.message });
});

test('what harms more is told in the end, and the first difference before it', () => {
  const deaf: Core = { ...core, propose: () => undefined };
  const { result, events } = chaos(2, holdTo(deaf, core));
  const facts = events.flatMap((event) => (event.event === 'test.observed' ? event.fact : []));
  expect(facts).toEqual(['conformance', 'no-agreement']);
  expect(result.failure?.message).toContain('still wait for an answer');
});
