import { core, defaultSettings } from '@raftlens/core';
import { expect, test } from 'vitest';
import { abstractState } from '../../src/strategies/abstract-state.ts';

function server(id: string) {
  const voters = ['n1', 'n2', 'n3'];
  return core.createServer({ id, voters, settings: defaultSettings, random: () => 0.5 }, 0);
}

test('numbers and names do not count, roles and what is behind do', () => {
  const [a, b, c] = [server('n1'), server('n2'), server('n3')];
  const start = abstractState([a, b, c]);
  expect(abstractState([c, a, b])).toBe(start);
  core.tick(a, 10_000);
  const campaign = abstractState([a, b, c]);
  expect(campaign).not.toBe(start);
  core.tick(a, 20_000);
  const again = abstractState([a, b, c]);
  core.tick(a, 30_000);
  // Two terms behind or three is all the same.
  expect(abstractState([a, b, c])).toBe(again);
  expect(abstractState([a, undefined, c])).toMatch(/^candidate.* down follower/);
});
