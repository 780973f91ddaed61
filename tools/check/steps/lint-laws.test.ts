import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../root.ts';
import { readLintError } from './lint.ts';

// The laws that are left to Biome stay laws only while biome.json says so.
const laws: Readonly<Record<string, string>> = {
  noDefaultExport: 'export default 1;\n',
  noEnum: 'export enum X {}\n',
  noExplicitAny: 'export const x: any = 1;\n',
  noFocusedTests: "it.only('x', () => {});\n",
  noNamespace: 'export namespace x {}\n',
  noNonNullAssertion: 'export const x: number = [1][0]!;\n',
  noParameterProperties: 'export class X {\n  constructor(readonly x: number) {}\n}\n',
  noSkippedTests: "it.skip('x', () => {});\n",
};

it('fails for each syntax that the house does without', () => {
  expect(brokenLaws(laws)).toEqual(Object.keys(laws).map((law) => `${law}.ts: ${law}`));
});

/** The lint's findings in a folder that has our settings and a file for each text. */
function brokenLaws(texts: Readonly<Record<string, string>>): readonly string[] {
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'lint-laws-'));
  try {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const [name, text] of Object.entries(texts)) {
      writeFileSync(join(folder, `${name}.ts`), text);
    }
    const { stdout } = spawnSync(
      join(root, 'node_modules', '.bin', 'biome'),
      ['lint', '--vcs-enabled=false', '--diagnostic-level=error', '--reporter=github', '.'],
      { cwd: folder, encoding: 'utf8' },
    );
    return stdout
      .split('\n')
      .flatMap((line) => readLintError(line) ?? [])
      .map(({ path, what }) => `${basename(path)}: ${/^lint\/\w+\/(\w+)/.exec(what)?.[1]}`)
      .sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
