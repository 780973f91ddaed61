// Writes every generated file; with --check writes nothing and fails when one is stale.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Target } from './target.ts';

const root = new URL('../../', import.meta.url);
const sourceCondition = '--conditions=raftlens-source';

process.exitCode = process.execArgv.includes(sourceCondition)
  ? await main(process.argv.slice(2))
  : startOnSources();

/** The packages' builds may be stale or absent, so that only their sources are asked. */
function startOnSources(): number {
  const args = [sourceCondition, ...process.execArgv, ...process.argv.slice(1)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) {
    console.error(`generate: unknown argument ${unknown}; there is only --check`);
    return 2;
  }
  const { targets } = await import('./targets.ts');
  const isStale = (target: Target): boolean => target.content() !== current(target);
  if (args.length > 0) {
    const stale = targets.filter(isStale);
    for (const { path } of stale) console.error(`${path} is stale: run pnpm fix, and commit it`);
    return stale.length === 0 ? 0 : 1;
  }
  // A later target may run what an earlier one generates: it has to load that anew.
  const stale = targets.find(isStale);
  if (stale === undefined) return 0;
  write(stale);
  return startOnSources();
}

function current(target: Target): string | undefined {
  const file = fileOf(target);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function write(target: Target): void {
  const file = fileOf(target);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, target.content());
  console.log(`wrote ${target.path}`);
}

function fileOf(target: Target): string {
  return fileURLToPath(new URL(target.path, root));
}
