import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { writeTrace } from '@raftlens/loop';
import { afterAll, expect, test } from 'vitest';

const analyzer = fileURLToPath(new URL('../packages/analyzer/src/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'raftlens-goldens-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One failing run of each kind of bug, and how much of what is shown of it is kept. */
type Sample = readonly [bug: string, scenario: string, seed: number, more: readonly string[]];

const samples: readonly Sample[] = [
  ['stale-vote', '2A', 20, ['json', 'markdown']],
  ['no-voted-for-check', '2A', 17, ['markdown']],
  ['quorum-half', '2A', 1, []],
  ['commit-old-term', 'chaos', 1, ['json']],
  ['up-to-date-by-term', 'chaos', 1, []],
  ['two-appliers', 'chaos', 9, ['markdown']],
  ['learners-count', 'chaos', 2, []],
  ['read-without-quorum', 'chaos', 7, ['json']],
  ['conflict-kept', 'chaos', 1, []],
  ['snapshot-not-saved', 'chaos', 4, []],
  ['truncate-always', 'chaos', 2, []],
  ['old-append-accepted', 'chaos', 4, []],
];

// What people see of a failing run, whole: look at a difference with their eyes.
test.each(samples)('%s in %s, seed %i', async (bug, scenario, seed, more) => {
  const path = join(folder, bug, 'trace.jsonl');
  const strategy = scenario === 'chaos' ? 'portfolio' : 'uniform';
  const { failure } = await writeTrace({ scenario, bug, strategy, seed, path });
  expect(failure).toBeDefined();
  const cwd = join(folder, bug);
  await expect(shown(cwd).join('')).toMatchFileSnapshot(`goldens/${bug}.txt`);
  if (more.includes('json')) {
    const { coverage: _, ...analysis } = JSON.parse(shown(cwd, '--json')[0]);
    const text = `${JSON.stringify(analysis, undefined, 1)}\n`;
    await expect(text).toMatchFileSnapshot(`goldens/${bug}.json.txt`);
  }
  if (more.includes('markdown')) {
    await expect(shown(cwd, '--markdown').join('')).toMatchFileSnapshot(
      `goldens/${bug}.markdown.txt`,
    );
  }
});

function shown(cwd: string, ...flags: readonly string[]): readonly [string, string] {
  const args = ['--conditions=raftlens-source', analyzer, 'trace.jsonl', ...flags];
  const options = { cwd, encoding: 'utf8', maxBuffer: 64e6, env: { NO_COLOR: '1' } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  expect(stderr).toBe('');
  return [stdout, `\nexit code ${status}\n`];
}
