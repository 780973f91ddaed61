import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

const search = ['--strategy', 'exhaustive'];

test('the shortest run that shows stale-vote is found, analysed and replayed', async () => {
  const found = await place.loop(...search, '--bug', 'stale-vote', '--json');
  expect(found.code).toBe(1);
  const report = JSON.parse(found.stdout);
  expect(report.failures).toMatchObject([
    { scenario: 'exhaustive', bug: 'stale-vote', rule: 'election-safety', term: 2 },
  ]);
  const [{ trace, replay, analysis }] = report.failures;
  expect(analysis.findings[0].causes[0].bug).toBe('stale-vote');

  const file = join(place.folder, trace);
  const bytes = readFileSync(file, 'utf8');
  rmSync(file);
  expect((await place.paste(replay)).code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(bytes);
});

test('a search that is cut short says so, and claims no more', async () => {
  const { code, stdout } = await place.loop(...search, '--num', '5');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^1 run of exhaustive search, 0 failures\nReached [\d,]+ states/);
  expect(stdout).not.toContain('confidence');
});
