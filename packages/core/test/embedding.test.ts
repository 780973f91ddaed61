import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredState } from '@raftlens/core';
import { beforeEach, expect, test } from 'vitest';
import { type Node, network, run, start, submit } from './embedding-example.ts';

const empty: StoredState = { currentTerm: 0, votedFor: undefined, entries: [] };

beforeEach(() => {
  network.length = 0;
});

/** Lets time pass, a millisecond at a time. */
function pass(nodes: readonly Node[], from: number, to: number): void {
  for (let now = from; now <= to; now += 1) run(nodes, now);
}

function leaderOf(nodes: readonly Node[]): Node {
  const leader = nodes.find(({ server }) => server.role === 'leader');
  if (leader === undefined) throw new Error('nobody leads');
  return leader;
}

test('an embedded cluster agrees, also when its leader dies and comes back', () => {
  const nodes = ['n1', 'n2', 'n3'].map((id) => start(id, empty, 0, 0));
  pass(nodes, 0, 600);
  const leader = leaderOf(nodes);
  expect(nodes.map((node) => submit(node, 'x', 600))).toEqual(nodes.map((node) => node === leader));
  pass(nodes, 601, 700);
  expect(nodes.map(({ applied }) => applied)).toEqual([['x'], ['x'], ['x']]);

  const alive = nodes.filter((node) => node !== leader);
  pass(alive, 701, 1_500);
  expect(submit(leaderOf(alive), 'y', 1_500)).toBe(true);
  pass(alive, 1_501, 1_600);
  expect(alive.map(({ applied }) => applied)).toEqual([
    ['x', 'y'],
    ['x', 'y'],
  ]);

  const again = start(leader.server.id, leader.disk, 1, 1_600);
  pass([...alive, again], 1_601, 1_700);
  expect(again.applied).toEqual(['x', 'y']);
});

test('the page shows this very code, and it is short', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/embedding.md'), 'utf8');
  const code = readFileSync(join(import.meta.dirname, 'embedding-example.ts'), 'utf8');
  expect(page.match(/```ts\n(.*?)```/s)?.[1]).toBe(code);
  expect(code.trimEnd().split('\n').length).toBeLessThan(60);
});
