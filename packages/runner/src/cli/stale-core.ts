import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * In a clone, a source of the core that was saved after the core was built: what runs is without
 * it. Undefined where there is none, and in a package, which has no sources.
 */
export function staleCore(folder: string = coreFolder()): string | undefined {
  const built = statSync(join(folder, 'dist', 'bundle', 'index.js'), { throwIfNoEntry: false });
  const sources = join(folder, 'src');
  if (built === undefined || !existsSync(sources)) return undefined;
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(sources, name))
    .find((file) => statSync(file).mtimeMs > built.mtimeMs);
}

function coreFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@raftlens/core');
  return join(dirname(entry), '..', '..');
}
