import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

test('a hunt leaves a small capsule of its failure, which shows the same rule again', async () => {
  const hunt = await place.loop('--bug', 'stale-vote', '--until-fail', '--num', '60', '--json');
  const [{ rule, capsule }] = JSON.parse(hunt.stdout).failures;
  expect(capsule.parts).toBeLessThanOrEqual(5);
  const again = await place.paste(`${capsule.replay} --json`);
  expect(again.code).toBe(1);
  expect(JSON.parse(again.stdout).failures[0].rule).toBe(rule);
});

test('kept capsules are tried first, and the report stays as it was', async () => {
  const hunt = ['--bug', 'stale-vote', '--until-fail', '--num', '60'];
  const first = await place.loop(...hunt);
  expect([first.code, first.stderr]).toEqual([1, '']);
  const second = await place.loop(...hunt);
  expect([second.code, second.stdout]).toEqual([1, first.stdout]);
  const [, file = ''] = /--replay (\S+)/.exec(first.stdout) ?? [];
  expect(second.stderr).toBe(
    `kept capsule ${file} still fails: election-safety\n` +
      `  replay:  raft-loop --replay ${file}\ntried 1 kept capsule first\n`,
  );
  expect((await place.loop(...hunt, '--no-capsules')).stderr).toBe('');

  // Of another bug, another scenario, or a single run it is not asked.
  for (const other of [
    ['--num', '2'],
    ['--bug', 'stale-vote', '--num', '2', '--scenario', '2B'],
    ['--bug', 'stale-vote', '--num', '1'],
  ]) {
    expect((await place.loop(...other)).stderr).toBe('');
  }
});

test('a kept capsule decides the exit code, or says that it shows nothing any more', async () => {
  const hunt = ['--bug', 'stale-vote', '--until-fail', '--num', '60', '--json'];
  const [{ capsule }] = JSON.parse((await place.loop(...hunt)).stdout).failures;
  const file = join(place.folder, capsule.file);
  const few = ['--bug', 'stale-vote', '--num', '3', '--seed', '1'];
  expect((await place.loop(...few)).code).toBe(1);

  const { bug: _, ...harmless } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(harmless));
  const clean = await place.loop('--num', '3');
  expect([clean.code, clean.stderr]).toEqual([
    0,
    `kept capsule ${capsule.file} shows nothing any more\ntried 1 kept capsule first\n`,
  ]);

  writeFileSync(file, '{}');
  const broken = await place.loop('--num', '3');
  expect(broken.code).toBe(0);
  expect(broken.stderr).toMatch(/^raft-loop: passed over a kept capsule: .*capsule\.json/);
});

test('what is no capsule is wrong usage, and the message names the file', async () => {
  writeFileSync(join(place.folder, 'bad.json'), '{"schema": "raft-capsule/9"}');
  for (const file of ['bad.json', 'missing.json']) {
    const { code, stderr } = await place.loop('--replay', file);
    expect(code).toBe(2);
    expect(stderr).toContain(file);
  }
});
