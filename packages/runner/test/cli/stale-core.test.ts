import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staleCore } from '../../src/cli/stale-core.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file that was saved so many seconds after some moment. */
function save(path: string, second: number): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, 1_700_000_000 + second, 1_700_000_000 + second);
}

test('a source that was saved after the build is told, wherever it is', () => {
  save('src/commit.ts', 1);
  save('src/events/log-events.ts', 2);
  expect(staleCore(folder)).toBeUndefined();
  save('dist/bundle/index.js', 3);
  expect(staleCore(folder)).toBeUndefined();
  save('src/events/log-events.ts', 4);
  expect(staleCore(folder)).toBe(join(folder, 'src/events/log-events.ts'));
  rmSync(join(folder, 'src'), { recursive: true });
  expect(staleCore(folder)).toBeUndefined();
});
