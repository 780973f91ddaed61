import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bugs } from '@raftlens/bugs';
import { scenarios } from '@raftlens/sim';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeCores, makePlace, type Place } from './raft-loop.ts';

beforeAll(makeCores);

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

test('each bug tells its story', async () => {
  const { code, stdout, stderr } = await place.loop('--list-bugs', '--json');
  const list: readonly Readonly<Record<string, unknown>>[] = JSON.parse(stdout);
  expect([code, stderr]).toEqual([0, '']);
  expect(list.map((bug) => Object.keys(bug))).toEqual(
    bugs.map(() => ['name', 'title', 'harmless', 'story']),
  );
  expect(list.map(({ name }) => name)).toEqual(bugs.map(({ name }) => name));
  const harmless = list.filter((bug) => bug.harmless === true).map(({ name }) => name);
  expect(harmless).toContain('append-entries-keeps-vote');
  expect(harmless).not.toContain('stale-vote');
  for (const { story } of list) expect(String(story).length).toBeGreaterThan(100);
});

test('for people the stories fit the page', async () => {
  const { stdout } = await place.loop('--list-bugs');
  expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  for (const { name } of bugs)
    expect(stdout).toMatch(new RegExp(`^${name}( \\(harmless\\))?: `, 'm'));
  expect(stdout).toContain('\nraft-loop --until-fail --bug NAME hunts one.\n');
});

test('the scenarios are listed', async () => {
  const { code, stdout, stderr } = await place.loop('--list-scenarios', '--json');
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual(scenarios);
  expect((await place.loop('--list-scenarios')).stdout).toContain('│ TestFigure82C ');
});

test('the tour hunts a bug and explains both logs of the notes', async () => {
  const { code, stdout, stderr } = await place.loop('tour');
  expect([code, stderr]).toEqual([0, '']);
  const told = stdout.replace(/\bn\d\b/g, 'nX').replace(/(seed|Run|term) \d+/g, '$1 0');
  expect(
    told.match(/^(──|✗).*$|^ {4}[a-z-]+ \(\d+ %\).*$|^ {2}raft-.*$/gm),
  ).toMatchInlineSnapshot();
  expect(existsSync(join(place.folder, '.raft-loop'))).toBe(true);
});
