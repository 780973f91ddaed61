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
}, 240_000);

// Several whole hunts, which take their time where much else runs.
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
  // It decides the exit code where no seed fails; without the bug or the question it is not asked.
  const few = ['--bug', 'stale-vote', '--num', '2'];
  expect((await place.loop(...few)).code).toBe(1);
  expect(await place.loop(...few, '--no-capsules')).toMatchObject({ code: 0, stderr: '' });
  expect(await place.loop('--num', '2')).toMatchObject({ code: 0, stderr: '' });

  const path = join(place.folder, file);
  const { bug: _, ...harmless } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(harmless));
  expect(await place.loop('--num', '2')).toMatchObject({
    code: 0,
    stderr: `kept capsule ${file} shows nothing any more\ntried 1 kept capsule first\n`,
  });
  writeFileSync(path, '{}');
  const broken = await place.loop('--num', '2');
  expect(broken.code).toBe(0);
  expect(broken.stderr).toMatch(/^raft-loop: passed over a kept capsule: .*capsule\.json/);
}, 240_000);

test('what is no capsule is wrong usage, and the message names the file', async () => {
  writeFileSync(join(place.folder, 'bad.json'), '{"schema": "raft-capsule/9"}');
  for (const file of ['bad.json', 'missing.json']) {
    const { code, stderr } = await place.loop('--replay', file);
    expect(code).toBe(2);
    expect(stderr).toContain(file);
  }
});
