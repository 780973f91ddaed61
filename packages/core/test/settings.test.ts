import { createServer, defaultSettings, type Settings } from '@raftlens/core';
import { expect, test } from 'vitest';

function start(settings: Partial<Settings>): void {
  const all = { ...defaultSettings, ...settings };
  createServer({ id: 'n1', voters: ['n1'], settings: all, random: () => 0.5 }, 0);
}

const sticky = { leaderStickiness: true };

// The bounds behind which a cluster would stand still, or a lease would hold when it must not.
test.each<[name: string, settings: Partial<Settings>]>([
  ['maxEntriesPerAppend', { maxEntriesPerAppend: 0 }],
  ['maxEntriesPerAppend', { maxEntriesPerAppend: Number.NaN }],
  ['maxInflightAppends', { maxInflightAppends: 0 }],
  ['maxInflightAppends', { maxInflightAppends: Number.NaN }],
  ['leaseDriftMs', { ...sticky, leaseDriftMs: -1 }],
  ['leaseDriftMs', { ...sticky, leaseDriftMs: 150 }],
  ['leaseDriftMs', { ...sticky, leaseDriftMs: Number.NaN }],
  ['leaderStickiness', { leaseDriftMs: 10 }],
  ['leaderStickiness', { leaseDriftMs: 10, leaderStickiness: false }],
])('%s is refused in %j', (name, settings) => {
  expect(() => start(settings)).toThrow(name);
  expect(() => start(settings)).toThrow(RangeError);
});

test.each<[settings: Partial<Settings>]>([
  [{}],
  [{ maxEntriesPerAppend: 1, maxInflightAppends: 1 }],
  [{ ...sticky, leaseDriftMs: 0 }],
  [{ ...sticky, leaseDriftMs: 149 }],
])('%j are settings to work with', (settings) => {
  expect(() => start(settings)).not.toThrow();
});

test('the defaults are the paper’s proportions, with nothing on that changes the messages', () => {
  expect(defaultSettings).toEqual({
    electionTimeoutMs: [150, 300],
    heartbeatIntervalMs: 50,
    checkQuorum: true,
    preVote: false,
    maxEntriesPerAppend: 64,
  });
});
