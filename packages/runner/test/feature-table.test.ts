import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const page = readFileSync(join(root, 'docs', 'raft-loop-features.md'), 'utf8');
const rows = [...page.matchAll(/^\| ([^|]+) \| [^|]+ \| (\S+\.test\.ts) \| `([^`]+)` \|$/gm)].map(
  ([, what = '', file = '', title = '']) => [what, file, title] as const,
);

test('each row of the page names a test', () => {
  const lines = page.match(/^\| (?!what )/gm) ?? [];
  expect(rows).toHaveLength(lines.length);
  expect(new Set(rows.map(([what]) => what)).size).toBe(34);
});

test.each(rows)('%s: there is such a test in %s', (_what, file, title) => {
  const source = readFileSync(
    file.startsWith('test/') ? join(root, file) : join(import.meta.dirname, file),
    'utf8',
  );
  // As a title of a test, and not in passing.
  const at = source.indexOf(`('${title}', `);
  expect(at, title).toBeGreaterThan(0);
  expect(source.slice(0, at)).toMatch(/(?:\btest|\))$/);
});
