import type { Message } from '@raftlens/core';
import { expect, test } from 'vitest';
import { fate, isRequest, labNetwork, type NetworkMode } from '../src/network.ts';
import { createRandom } from '../src/random.ts';

const header = { from: 'n1', to: 'n2', term: 1, serial: 1, inc: 0 };
const request: Message = { kind: 'RequestVote', ...header, lastLogIndex: 0, lastLogTerm: 0 };
const response: Message = {
  kind: 'RequestVoteResponse',
  ...header,
  requestTerm: 1,
  voteGranted: true,
};

const draws = 10_000;

interface Fates {
  readonly lost: number;
  readonly fastest: number;
  readonly median: number;
  readonly slowest: number;
}

function fates(mode: NetworkMode, message: Message): Fates {
  const random = createRandom(1, 'fates');
  const delays: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const delayMs = fate(mode, message, random);
    if (delayMs !== undefined) delays.push(delayMs);
  }
  delays.sort((left, right) => left - right);
  return {
    lost: 1 - delays.length / draws,
    fastest: delays[0] ?? Number.NaN,
    median: delays[Math.floor(delays.length / 2)] ?? Number.NaN,
    slowest: delays.at(-1) ?? Number.NaN,
  };
}

test('a reliable network loses nothing and takes about a hop', () => {
  for (const message of [request, response]) {
    const { lost, fastest, median, slowest } = fates(labNetwork.reliable, message);
    expect(lost).toBe(0);
    expect(fastest).toBeGreaterThanOrEqual(0);
    expect(Math.abs(median - 0.2)).toBeLessThan(0.02);
    // At most 17 units of half-lives.
    expect(slowest).toBeLessThan(17 * 0.2);
    expect(slowest).toBeGreaterThan(5 * 0.2);
  }
});

test('an unreliable network loses a tenth each way and delays requests by up to 26 ms', () => {
  const there = fates(labNetwork.unreliable, request);
  expect(Math.abs(there.lost - 0.1)).toBeLessThan(0.01);
  expect(Math.abs(there.median - 13.2)).toBeLessThan(1);
  expect(there.slowest).toBeLessThan(26 + 17 * 0.2);
  const back = fates(labNetwork.unreliable, response);
  expect(Math.abs(back.lost - 0.1)).toBeLessThan(0.01);
  expect(back.slowest).toBeLessThan(17 * 0.2);
});

test('long reordering holds back two responses of three by 200 to 2,200 ms', () => {
  const random = createRandom(1, 'reordering');
  const delays: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const delayMs = fate(labNetwork.longReordering, response, random);
    if (delayMs !== undefined) delays.push(delayMs);
  }
  const heldBack = delays.filter((delayMs) => delayMs >= 200);
  expect(Math.abs(heldBack.length / delays.length - 2 / 3)).toBeLessThan(0.02);
  expect(delays.filter((delayMs) => delayMs >= 17 * 0.2 && delayMs < 200)).toEqual([]);
  expect(Math.max(...delays)).toBeLessThan(2_201 + 17 * 0.2);
  expect(fates(labNetwork.longReordering, request)).toEqual(fates(labNetwork.unreliable, request));
});

test('delays have whole microseconds, which traces can hold', () => {
  const random = createRandom(1, 'microseconds');
  for (let draw = 0; draw < 1_000; draw += 1) {
    const delayMs = fate(labNetwork.longReordering, request, random) ?? 0;
    expect(delayMs).toBe(Math.round(delayMs * 1_000) / 1_000);
  }
});

test.each([
  ['PreVote', true],
  ['PreVoteResponse', false],
  ['RequestVote', true],
  ['RequestVoteResponse', false],
  ['AppendEntries', true],
  ['AppendEntriesResponse', false],
  ['InstallSnapshot', true],
  ['InstallSnapshotResponse', false],
] as const)('%s is a request: %s', (kind, expected) => {
  expect(isRequest({ ...request, kind } as Message)).toBe(expected);
});
