import { writeFileSync } from 'node:fs';
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

test('what is no capsule is wrong usage, and the message names the file', async () => {
  writeFileSync(join(place.folder, 'bad.json'), '{"schema": "raft-capsule/9"}');
  for (const file of ['bad.json', 'missing.json']) {
    const { code, stderr } = await place.loop('--replay', file);
    expect(code).toBe(2);
    expect(stderr).toContain(file);
  }
});
