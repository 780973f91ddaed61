import { type Core, core } from '@raftlens/core';
import { findScenario, runTrial } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

/** A core whose servers stop with an error of their own at the first entries that come. */
const panicking: Core = {
  ...core,
  receive(server, message, now) {
    if (message.kind === 'AppendEntries' && message.entries.length > 0) {
      throw new TypeError('entries is not a list');
    }
    core.receive(server, message, now);
  },
};

test.each(['chaos', 'TestBasicAgree2B'])('a server that panics fails %s, in its trace', (name) => {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(name);
  const events: TraceEvent[] = [];
  const observe = (event: TraceEvent): void => void events.push(event);
  const result = runTrial({ scenario, seed: 2, core: panicking, observe });
  const message = 'a server panics: TypeError: entries is not a list';
  expect(result.failure).toEqual({ test: name, message });
  const [seen, failed] = events.slice(-2);
  expect(seen).toMatchObject({ event: 'test.observed', fact: 'panic', message });
  expect(failed).toMatchObject({ event: 'test.failed', test: name, message });
});
