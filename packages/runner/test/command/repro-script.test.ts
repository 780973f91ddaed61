import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ReproSource, reproScript } from '../../src/command/repro-script.ts';

const source: ReproSource = {
  index: 5,
  why: 'exit code 3',
  words: ['sh', '-c', 'exit $RAFT_LOOP_SEED'],
  cwd: '/',
  environment: { RAFT_LOOP_SEED: '3', RAFT_LOOP_RUN: 'x.5', HOME: '/home', ITEM: "it's" },
};

test('a script has the command, the place and what tells the run from others', () => {
  expect(reproScript(source)).toMatchInlineSnapshot(`
    "#!/bin/sh
    # Makes run 5 again: exit code 3
    cd / || exit 125
    export ITEM='it'\\''s'
    export RAFT_LOOP_SEED=3
    RAFT_LOOP_DIR=$(mktemp -d) || exit 125
    trap 'rm -rf "$RAFT_LOOP_DIR"' EXIT
    export RAFT_LOOP_DIR
    sh -c 'exit $RAFT_LOOP_SEED'
    "
  `);
});

test('it runs, has a folder that goes, and gives the exit code of the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'raft-loop-'));
  const script = join(folder, 'repro.sh');
  const words = ['sh', '-c', 'echo "$RAFT_LOOP_DIR"; pwd; ls "$RAFT_LOOP_DIR"; exit 3'];
  writeFileSync(script, reproScript({ ...source, words, why: 'said \u001b[2J\nrm -rf x' }));
  const { status, stdout } = spawnSync('sh', [script], { encoding: 'utf8' });
  const [made = '', place] = stdout.split('\n');
  expect([status, place]).toEqual([3, '/']);
  expect(execFileSync('sh', ['-c', '[ -e "$0" ] || echo gone', made], { encoding: 'utf8' })).toBe(
    'gone\n',
  );
  rmSync(folder, { recursive: true });
});
