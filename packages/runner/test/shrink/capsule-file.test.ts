import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Capsule } from '@raftlens/sim';
import { afterAll, expect, test } from 'vitest';
import {
  capsuleFiles,
  capsulePath,
  readCapsule,
  writeCapsule,
} from '../../src/shrink/capsule-file.ts';

const parent = mkdtempSync(join(tmpdir(), 'capsules-'));
afterAll(() => rmSync(parent, { recursive: true }));

const capsule: Capsule = {
  schema: 'raft-capsule/1',
  scenario: 'TestManyElections2A',
  seed: 7,
  bug: 'stale-vote',
  breaks: 'election-safety',
  cluster: {
    size: 3,
    settings: {
      electionTimeoutMs: [400, 800],
      heartbeatIntervalMs: 100,
      checkQuorum: true,
      preVote: false,
      maxEntriesPerAppend: 1_000,
    },
    hopMs: 15,
    syncMs: 0,
    snapshotInterval: 0,
  },
  lastsMs: 900,
  converges: false,
  plan: [{ fault: 'disconnect', at: 1, for: 2, nodes: ['n1'], value: 1 }],
  operations: [{ at: 3, to: 'n2' }],
  decisions: [],
};

test('capsules are kept one of a kind, and found again in order', () => {
  const folder = join(parent, 'kept', 'capsules');
  expect(capsuleFiles(folder)).toEqual([]);
  const { bug: _, ...correct } = capsule;
  for (const each of [capsule, { ...capsule, seed: 8 }, correct]) {
    writeCapsule(capsulePath(folder, each), each);
  }
  writeFileSync(join(folder, 'notes.txt'), 'not a capsule');
  const files = capsuleFiles(folder);
  expect(files.map((file) => file.slice(folder.length + 1))).toEqual([
    'TestManyElections2A-correct-election-safety.capsule.json',
    'TestManyElections2A-stale-vote-election-safety.capsule.json',
  ]);
  expect(files.map(readCapsule)).toEqual([correct, { ...capsule, seed: 8 }]);
});

test('a file that holds no capsule is named', () => {
  const path = join(parent, 'x.capsule.json');
  for (const text of ['', '{"schema":"raft-capsule/2"}', '[]', '\u0000']) {
    writeFileSync(path, text);
    expect(() => readCapsule(path)).toThrow(path);
  }
  expect(() => readCapsule(join(parent, 'none'))).toThrow('ENOENT');
});
