import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBeats } from '../../src/pull/beats.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-beats-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a machine is gone when nothing was heard of it for a lease of the listener', () => {
  let [mine, its] = [0, 5_000_000];
  const me = openBeats(folder, 'me', 1_000, () => mine);
  const other = openBeats(folder, 'other', 1_000, () => its);
  other.beat();
  me.beat();
  expect([me.isGone('other'), me.count()]).toEqual([false, 2]);
  mine += 900;
  me.beat();
  expect(me.isGone('other')).toBe(false);
  its += 1;
  other.beat();
  mine += 900;
  me.beat();
  expect(me.isGone('other')).toBe(false);
  mine += 1_001;
  me.beat();
  expect([me.isGone('other'), me.count()]).toEqual([true, 1]);
  other.beat();
  me.beat();
  expect([me.isGone('other'), me.count()]).toEqual([false, 2]);
});

test('a machine that leaves is gone at once, and nobody is gone to itself', () => {
  const me = openBeats(folder, 'me', 1_000, () => 0);
  const other = openBeats(folder, 'other', 1_000, () => 0);
  other.beat();
  other.leave();
  me.beat();
  expect([me.isGone('other'), me.isGone('me'), me.count()]).toEqual([true, false, 1]);
});

test('of a machine that was never heard nothing is known', () => {
  const me = openBeats(folder, 'me', 1_000, () => 0);
  me.beat();
  expect(me.isGone('nobody')).toBe(false);
});
