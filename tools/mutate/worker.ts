// Tries mutants, one after the other: the tests of the core first, then runs of the simulator, then
// the properties. The core and its tests are loaded anew for each.
import { readdirSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Core } from '@raftlens/core';
import type { Mutant } from './mutant.ts';
import type { Declared } from './vitest-shim.ts';

/** What became of a mutant: the first test that fails, and of which kind it is. */
export interface Verdict {
  readonly stage: 'paper' | 'simulator' | 'properties' | 'nothing' | 'no program';
  readonly by: string;
}

const root = join(import.meta.dirname, '..', '..');
const coreUrl = pathToFileURL(join(root, 'packages', 'core')).href;
const shimUrl = pathToFileURL(join(import.meta.dirname, 'vitest-shim.ts')).href;
const tests = join(root, 'packages', 'core', 'test');

const [, , through] = process.argv;
let generation = 0;
let mutated: Mutant | undefined;
const scripts = new Map<string, string>();

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest') return { url: shimUrl, shortCircuit: true };
    const isCore = specifier === '@raftlens/core';
    const found = isCore
      ? { url: `${coreUrl}/src/index.ts`, shortCircuit: true }
      : next(specifier, context);
    if (!found.url.startsWith(`${coreUrl}/`)) return found;
    return { ...found, url: `${found.url.replace(/\?.*/, '')}?${generation}` };
  },
  load(url, context, next) {
    const [path = '', query] = url.split('?');
    if (query === undefined || !path.startsWith(`${coreUrl}/`)) return next(url, context);
    const own = query !== '0' && path === `${coreUrl}/src/${mutated?.file}`;
    const source = own ? (mutated?.code ?? '') : scriptOf(path, () => next(url, context).source);
    return { format: 'module', source, shortCircuit: true };
  },
});

function scriptOf(path: string, load: () => unknown): string {
  const known = scripts.get(path);
  if (known !== undefined) return known;
  const script = stripTypeScriptTypes(String(load()));
  scripts.set(path, script);
  return script;
}

const { takeDeclared }: { takeDeclared(): readonly Declared[] } = await import(shimUrl);
const { firstDifference } = await import('./simulate.ts');

// The rules of the papers first: they take least time.
const isRule = (path: string): boolean => path.startsWith('paper');
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .sort((left, right) => Number(isRule(right)) - Number(isRule(left)));
const isProperty = (path: string): boolean => path.startsWith('properties');

async function tryMutant(mutant: Mutant): Promise<Verdict> {
  generation += 1;
  mutated = mutant;
  let core: Core;
  try {
    ({ core } = await import(`${coreUrl}/src/index.ts?${generation}`));
  } catch (error) {
    return { stage: 'no program', by: String(error) };
  }
  const paper = await firstFailure(files.filter((path) => !isProperty(path)));
  if (paper !== undefined) return { stage: 'paper', by: paper };
  if (through === 'paper') return { stage: 'nothing', by: '' };
  const simulated = firstDifference(core);
  if (simulated !== undefined) return { stage: 'simulator', by: simulated };
  if (through === 'simulator') return { stage: 'nothing', by: '' };
  const property = await firstFailure(files.filter(isProperty));
  if (property !== undefined) return { stage: 'properties', by: property };
  return { stage: 'nothing', by: '' };
}

async function firstFailure(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    takeDeclared();
    try {
      await import(`${pathToFileURL(join(tests, path)).href}?${generation}`);
    } catch (error) {
      return `${path}: ${error}`;
    }
    for (const { name, run } of takeDeclared()) {
      try {
        await run();
      } catch {
        return `${path}: ${name}`;
      }
    }
  }
  return undefined;
}

process.on('message', async (mutant: Mutant) => {
  process.send?.(await tryMutant(mutant));
});
