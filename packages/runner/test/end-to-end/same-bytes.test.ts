import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

test('one seed gives the same bytes each time, with one worker and with two', async () => {
  const outputs = new Set<string>();
  const traces = new Set<string>();
  for (const jobs of ['1', '1', '2']) {
    const args = ['--seed', '12345', '--num', '1', '--trace', 'trace.jsonl', '--jobs', jobs];
    const { code, stdout, stderr } = await place.loop(...args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^1 run of 2A, 0 failures\nReached /);
    outputs.add(stdout);
    traces.add(readFileSync(join(place.folder, 'trace.jsonl'), 'utf8'));
    rmSync(join(place.folder, 'trace.jsonl'));
  }
  expect([outputs.size, traces.size]).toEqual([1, 1]);
});

test('a failing seed too gives the same bytes, with one worker and with three', async () => {
  const hunt = ['--bug', 'stale-vote', '--num', '1000', '--until-fail'];
  const outputs = new Set<string>();
  for (const jobs of ['1', '3']) outputs.add((await place.loop(...hunt, '--jobs', jobs)).stdout);
  expect(outputs.size).toBe(1);
});

test('--verify-determinism makes one run in ten twice more, and says so', async () => {
  const args = ['--num', '20', '--verify-determinism', '--scenario', 'TestInitialElection2A'];
  const { code, stdout, stderr } = await place.loop(...args);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/\n2 runs were made twice more and gave the same traces\n$/);
  const plain = await place.loop(...args.filter((word) => word !== '--verify-determinism'));
  expect(stdout.startsWith(plain.stdout)).toBe(true);
});
