import { bugs } from '@raftlens/bugs';
import { faults, loads, scenarios } from '@raftlens/sim';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place } from './raft-loop.ts';

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

test('the faults are listed with their units, defaults and ranges', async () => {
  const { code, stdout, stderr } = await place.loop('--list-faults', '--json');
  const list: readonly Readonly<Record<string, unknown>>[] = JSON.parse(stdout);
  expect([code, stderr]).toEqual([0, '']);
  expect(list).toEqual(
    [...faults, ...loads].map(({ name, title, unit, default: usual, range }) => ({
      name,
      title,
      unit,
      default: usual,
      range,
    })),
  );
  expect(list[0]).toMatchInlineSnapshot(`
    {
      "default": 0.2,
      "name": "loss",
      "range": [
        0,
        1,
      ],
      "title": "Each message of some links is lost with this probability",
      "unit": "probability",
    }
  `);
  const text = (await place.loop('--list-faults')).stdout;
  expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  for (const { name } of [...faults, ...loads])
    expect(text).toMatch(new RegExp(`^│ ${name} +│`, 'm'));
});

test('the tour hunts a bug and explains both logs of the notes', async () => {
  const { code, stdout, stderr } = await place.loop('tour');
  expect([code, stderr]).toEqual([0, '']);
  const [hunt = '', logs = ''] = stdout.split(/(?=\n── 2)/);
  // Seeds may be dealt anew; the logs stay as they are.
  const masked = hunt.replace(/\bn\d\b/g, 'nX').replace(/(seed|Run|term) \d+/g, '$1 N');
  expect(`${masked}${logs}`.match(/^(──|✗).*$|^ {2}raft-.*$/gm)).toMatchInlineSnapshot(`
    [
      "── 1. A Raft whose candidates count stale votes: one seed a run, until a rule breaks",
      "✗ Run N (seed N) failed: election-safety",
      "✗ VIOLATION minority-leader  term N · servers nX · run TestManyElections2A",
      "── 2. A log of the lab notes: two leaders in term 2: why term 2, should it not be 1?",
      "✗ VIOLATION election-safety  term 2 · servers 1, 3",
      "── 3. A log of the lab notes: expected one leader, got none: what became of the six leaders?",
      "✗ VIOLATION stale-leader  servers 2, 3, 4, 6",
      "── What next",
      "  raft-loop --num 1000 --until-fail          the correct core: nothing to find",
      "  raft-loop --list-bugs                      what else can be put in",
      "  raft-loop --until-fail -- go test -run 2A  your own tests",
      "  raft-analyze FILE                          your own logs",
    ]
  `);
  expect(stdout.match(/^ {4}(stale-vote|no-check-quorum) \(\d+ %\)/gm)).toHaveLength(3);
});
